// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/registryeditor.h"
#include "ui/models/formats.h"

#include <QObject>
#include <QPointer>

class QDate;
class QWidget;

namespace linewatch::ui {

/**
 * Writes the machines or the lines of the registry into a file that the user chooses. The file is there whole
 * or not at all; what was there under the name stays until then.
 */
class RegistryExport : public QObject
{
    Q_OBJECT

public:
    /** Belongs to @p parent, before whose window it asks. */
    RegistryExport(RegistryEditor &editor, RegistryKind kind, const Formats &formats, QWidget *parent);

    /** Asks where to; not modal beyond its window. One at a time: nothing while isRunning(). */
    void ask();
    bool isRunning() const { return m_isRunning; }

signals:
    /** A file is being written. */
    void began();
    /** How it ended, in words for people: 'Done: 1,950 machines in machines.csv.' */
    void finished(const QString &words, bool isProblem);

private:
    void write(CsvPreset preset, const QString &path);
    QString doneText(std::int64_t rows, const QString &path) const;

    const QPointer<RegistryEditor> m_editor; ///< it goes when another store is chosen
    const RegistryKind m_kind;
    const Formats m_formats;
    bool m_isRunning = false;
};

/** A name that sorts by day: linewatch-machines-2026-01-15.csv */
QString registryFileName(RegistryKind kind, const QDate &day);

} // namespace linewatch::ui

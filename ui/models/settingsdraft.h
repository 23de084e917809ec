// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/settingsfile.h"

#include <QObject>

namespace linewatch::ui {

/**
 * The settings as somebody types them: kept until they are applied or taken back, whatever becomes of the
 * page that shows them. It knows what is wrong with each; whoever owns the settings applies them. GUI thread
 * only.
 */
class SettingsDraft : public QObject
{
    Q_OBJECT

public:
    /** @p file must outlive it. */
    explicit SettingsDraft(SettingsFile &file, QObject *parent = nullptr);

    /** As typed, else as it holds. */
    QString text(const QString &key) const;
    /** An empty text takes the setting back to its standard, where it has none that could be typed. */
    void setText(const QString &key, const QString &text);
    /** What is wrong with it, in one sentence; empty: nothing. */
    QString fault(const QString &key) const;
    /** The option or variable that gives it, so that it cannot be changed here; empty: none. */
    QString setBy(const QString &key) const { return m_file.setBy(key); }
    /** Where they are written. */
    const QString &path() const { return m_file.path(); }

    const QMap<QString, QString> &changes() const { return m_changes; }
    bool hasChanges() const { return !m_changes.isEmpty(); }
    /** Why the changes cannot be applied; empty: they can, or there are none. */
    QString problem() const;
    /** What is typed and, where nothing is, what was given; nothing where the standard would hold. */
    std::optional<QString> given(const QString &key) const;

    /** The SQLite store that this program has open; empty: none. */
    const QString &storeInUse() const { return m_storeInUse; }
    void setStoreInUse(const QString &path) { m_storeInUse = path; }

    /** Whether an endpoint runs that is changed with its settings; else they wait for a restart, too. */
    void setServed(bool isServed) { m_isServed = isServed; }

    void revert();
    /** Wants the changes applied, unless there are none or something is wrong with them. */
    void apply();
    /** The answer to applyWanted(): they are applied and written. */
    void accept();
    /** The other answer: why not, in one sentence. The changes stay as they were typed. */
    void refuse(const QString &reason);

    /** Whether something that was applied counts only once the program starts again. */
    bool needsRestart() const;

signals:
    void changed();
    void applyWanted(const QMap<QString, QString> &changes);
    void refused(const QString &reason);
    void restartWanted();

private:
    SettingsFile &m_file;
    QMap<QString, QString> m_changes;
    QString m_storeInUse;
    bool m_isServed = false;
    QMap<QString, QString> m_atStart; ///< what the program began with
};

/** What programs say after their name, to stand alone. */
QString shownReason(const QString &reason);

} // namespace linewatch::ui

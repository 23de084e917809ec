// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/registryexport.h"

#include "monitor/registryfile.h"
#include "ui/models/sentence.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>
#include <QWidget>

namespace linewatch::ui {

RegistryExport::RegistryExport(RegistryEditor &editor, RegistryKind kind, const Formats &formats,
                               QWidget *parent)
    : QObject(parent)
    , m_editor(&editor)
    , m_kind(kind)
    , m_formats(formats)
{
}

void RegistryExport::ask()
{
    if (m_isRunning || !m_editor)
        return;
    const QString forPrograms = tr("CSV for programs: comma, decimal point, UTC (*.csv)");
    const QString forSpreadsheets = tr("CSV for a spreadsheet: as it is expected here, local time (*.csv)");
    auto *chooser =
        new QFileDialog(qobject_cast<QWidget *>(parent()),
                        m_kind == RegistryKind::Machines ? tr("Export machines to") : tr("Export lines to"),
                        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilters({forPrograms, forSpreadsheets});
    chooser->setDefaultSuffix(QStringLiteral("csv"));
    const QDateTime now = QDateTime::currentDateTimeUtc().toTimeZone(m_formats.zone());
    chooser->selectFile(registryFileName(m_kind, now.date()));
    connect(chooser, &QFileDialog::fileSelected, this, [this, chooser, forSpreadsheets](const QString &file) {
        const bool isForSpreadsheets = chooser->selectedNameFilter() == forSpreadsheets;
        write(isForSpreadsheets ? CsvPreset::Excel : CsvPreset::Data, file);
    });
    chooser->open();
}

void RegistryExport::write(CsvPreset preset, const QString &path)
{
    if (m_isRunning || !m_editor)
        return;
    m_isRunning = true;
    emit began();
    m_editor->save(m_kind, preset, path, this, [this, path](const Result<std::int64_t> &rows) {
        m_isRunning = false;
        if (rows)
            emit finished(doneText(*rows, path), false);
        else
            emit finished(tr("The export failed and nothing was written: %1 Make room or choose another "
                             "file, then export again.")
                              .arg(asSentence(rows.failure().shown)),
                          true);
    });
}

QString RegistryExport::doneText(std::int64_t rows, const QString &path) const
{
    const QString file = QDir::toNativeSeparators(path);
    if (m_kind == RegistryKind::Machines)
        return tr("Done: %1 machines in %2.").arg(m_formats.count(rows), file);
    return tr("Done: %1 lines in %2.").arg(m_formats.count(rows), file);
}

QString registryFileName(RegistryKind kind, const QDate &day)
{
    return QStringLiteral("linewatch-%1-%2.csv").arg(kindWord(kind), day.toString(Qt::ISODate));
}

} // namespace linewatch::ui

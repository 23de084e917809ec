// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/importtext.h"

namespace linewatch {

namespace {

QString shown(const RegistryCell &cell)
{
    const QString text = textOf(cell);
    return text.isEmpty() ? QStringLiteral("nothing") : QLatin1Char('\'') + text + QLatin1Char('\'');
}

QString changesText(const ImportRow &row, RegistryKind kind)
{
    QStringList parts;
    if (row.isNew)
        parts += kind == RegistryKind::Machines ? QStringLiteral("new machine") : QStringLiteral("new line");
    for (const FieldChange &change : row.changes) {
        const QString field =
            QString::fromUtf8(change.field.data(), static_cast<qsizetype>(change.field.size()));
        parts += QStringLiteral("%1: %2 -> %3").arg(field, shown(change.before), shown(change.after));
    }
    return parts.isEmpty() ? QStringLiteral("nothing changes") : parts.join(QStringLiteral("; "));
}

QString faultsText(const ImportRow &row)
{
    QStringList faults;
    for (const Sentence &fault : row.faults)
        faults += fault.english();
    return QStringLiteral("refused: ") + faults.join(QStringLiteral("; "));
}

QString rowText(const ImportRow &row, RegistryKind kind)
{
    QString who = QStringLiteral("row %1").arg(row.number);
    if (!row.id.isEmpty())
        who += QStringLiteral(", ") + row.id;
    return who + QStringLiteral(": ") + (row.isGood() ? changesText(row, kind) : faultsText(row));
}

} // namespace

QString importText(const RegistryImport &import, bool isDone)
{
    QStringList lines;
    for (const QString &column : import.unknownColumns)
        lines += QStringLiteral("column '%1' is not known and was passed over").arg(column);
    for (const ImportRow &row : import.rows)
        lines += rowText(row, import.kind);
    const std::int64_t rows = std::ssize(import.rows);
    lines += QStringLiteral("%1: %2 %3, %4 as they are, %5 refused")
                 .arg(rows == 1 ? QStringLiteral("1 row") : QStringLiteral("%1 rows").arg(rows))
                 .arg(import.changing())
                 .arg(isDone ? QStringLiteral("changed") : QStringLiteral("would change"))
                 .arg(rows - import.changing() - import.refused())
                 .arg(import.refused());
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace linewatch

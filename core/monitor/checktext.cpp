// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/checktext.h"

namespace linewatch {

namespace {

QString textOf(const CheckedPart &part)
{
    QString text = QStringLiteral("%1: %2 checked, ").arg(part.what()).arg(qlonglong{part.checked()});
    if (part.faults() == 0)
        return text + QStringLiteral("nothing wrong\n");
    text += QStringLiteral("%1 WRONG\n").arg(qlonglong{part.faults()});
    for (const QString &line : part.told())
        text += QStringLiteral("    ") + line + QLatin1Char('\n');
    if (const std::int64_t more = part.faults() - part.told().size(); more > 0)
        text += QStringLiteral("    and %1 more\n").arg(qlonglong{more});
    return text;
}

QString adviceOn(const CheckReport &report)
{
    if (report.faults() == 0)
        return QStringLiteral("The store is sound.\n");
    const QString found = report.isWhole
        ? QStringLiteral("The store is not sound: %1 things are wrong.").arg(qlonglong{report.faults()})
        : QStringLiteral("The file is damaged; what else is in it was not checked.");
    return found
        + QStringLiteral(
               " Nothing was changed. Stop whatever writes the store, keep it as it is, and restore the"
               " newest backup that is sound; machines can send again what came in since"
               " (docs/operations.md).\n");
}

} // namespace

QString checkText(const QString &store, const CheckReport &report)
{
    QString text = store + QLatin1Char('\n');
    for (const CheckedPart &part : report.parts)
        text += textOf(part);
    return text + adviceOn(report);
}

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tabbedtext.h"

namespace linewatch::ui {

QString tabbedRow(QStringList cells)
{
    cells.replaceInStrings(QStringLiteral("\t"), QStringLiteral(" "))
        .replaceInStrings(QStringLiteral("\n"), QStringLiteral(" "));
    return cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
}

} // namespace linewatch::ui

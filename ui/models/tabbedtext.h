// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace linewatch::ui {

/** A row of a table as spreadsheets take it. Names from outside may hold what divides cells: it becomes
 * blanks. */
QString tabbedRow(QStringList cells);

} // namespace linewatch::ui

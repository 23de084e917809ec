// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linewatch {

/** The text of a statement around the rows that it writes. */
struct MultiRowSql {
    QString before; ///< up to and with VALUES
    int columns = 0;
    QString after;    ///< empty, or what to do about rows that are there
    QString rowEnd{}; ///< values that are the same in each row, each with a comma before it

    /** The statement for @p rows rows, from 1; values are named by placeholder(), row by row. */
    QString forRows(int rows) const;
    static QString placeholder(int index);
};

} // namespace linewatch

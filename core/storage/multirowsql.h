// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linewatch {

/** The text of a statement around the rows that it writes. */
struct MultiRowSql {
    QString before; ///< up to and with VALUES
    int columns = 0;
    QString after; ///< empty, or what to do about rows that are there

    /** The statement for @p rows rows, from 1. */
    QString forRows(int rows) const;
};

} // namespace linewatch

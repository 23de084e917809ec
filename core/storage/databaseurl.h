// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"

#include <QString>

namespace linewatch {

/** Which store to open, as --database names it. */
struct DatabaseUrl {
    QString sqlitePath; ///< absolute

    /** "SQLite /var/lib/linewatch/linewatch.db": for people. */
    QString displayText() const;

    /**
     * Reads sqlite:/path/file.db. Anything else is refused with words that say what is understood.
     * A relative path is taken from the current folder.
     */
    static Result<DatabaseUrl> parse(const QString &text);
};

} // namespace linewatch

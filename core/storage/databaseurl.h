// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"
#include "storage/mysqldatabase.h"

#include <QString>

#include <optional>

namespace linewatch {

/** Which store to open, as --database names it. */
struct DatabaseUrl {
    QString sqlitePath; ///< absolute; empty where it is no SQLite store
    std::optional<MySqlDatabase> mysql = std::nullopt;

    /** "SQLite /var/lib/linewatch/linewatch.db", "MySQL plant at db1:3306": for people. */
    QString displayText() const;

    /** As parse() reads it: "mysql://plant@db1:3306/events". Never with a password. */
    QString urlText() const;

    /**
     * Reads sqlite:/path/file.db or mysql://USER@HOST:PORT[,HOST:PORT...]/NAME. Anything else is refused with
     * words that say what is understood. A relative path is taken from the current folder.
     */
    static Result<DatabaseUrl> parse(const QString &text);
};

/** "MySQL plant at db1:3306, db2:3306" */
QString displayText(const MySqlDatabase &database);

} // namespace linewatch

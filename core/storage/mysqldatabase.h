// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace linewatch {

/** Where a server of a MySQL-compatible database listens. */
struct MySqlHost {
    QString name; ///< or an address, without brackets
    quint16 port = 3306;
    friend bool operator==(const MySqlHost &, const MySqlHost &) = default;
};

/** PEM files for TLS to the database; without a CA the connection is not encrypted. */
struct TlsFiles {
    QString ca;
    QString certificate; ///< of ours, where the server asks for one
    QString key;
};

/** A database on MySQL or MariaDB, as --database and the settings name it. */
struct MySqlDatabase {
    QList<MySqlHost> hosts; ///< the same database on each; the first that answers is used
    QString user;
    QString name;
    QString password; ///< never from the command line
    TlsFiles tls;
};

} // namespace linewatch

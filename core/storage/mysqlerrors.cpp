// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/mysqlerrors.h"

namespace linewatch::mysqlerrors {

namespace {

/** What has to be done about an error; each has its own words. */
enum class Matter { Other, Contended, Lost, Unreachable, AccessDenied, NoDatabase, Full };

// https://mariadb.com/kb/en/mariadb-error-code-reference/; from 2000 on they are those of the client's
// library.
Matter matterOf(int code)
{
    switch (code) {
    case 1020: // the row changed since it was read
    case 1205: // waited too long for a lock
    case 1213: // deadlock; in a Galera cluster also a conflict at COMMIT
        return Matter::Contended;
    case 1047: // a node of a cluster that has lost the others
    case 1053: // the server shuts down
    case 1152: // the connection was aborted
    case 1158: // to 1161: reading from or writing to it failed or took too long
    case 1159:
    case 1160:
    case 1161:
    case 1184:
    case 1243: // a statement that was prepared on a connection that is no more
    case 1290: // the server may only be read, as after it became a replica
    case 1317: // the statement was interrupted, as by KILL
    case 1836:
    case 1927: // the connection was killed
    case 2006: // the server has gone away
    case 2013: // the connection was lost during a statement
    case 2055:
    case 4031: // closed by the server, as nothing happened on it
        return Matter::Lost;
    case 1040: // too many connections
    case 1129: // this host is blocked after too many errors
    case 1203:
    case 2002: // cannot connect
    case 2003:
    case 2005: // unknown host
        return Matter::Unreachable;
    case 1044: // no rights on the database
    case 1045: // wrong user or password
    case 1142: // no right to do this
    case 1698:
    case 2026: // no TLS
        return Matter::AccessDenied;
    case 1049:
        return Matter::NoDatabase;
    case 1021: // the disk is full
    case 1114: // the table is full
        return Matter::Full;
    default:
        return Matter::Other;
    }
}

} // namespace

Failure::Kind kindOf(int code)
{
    switch (matterOf(code)) {
    case Matter::Contended:
        return Failure::Kind::Contended;
    case Matter::Lost:
    case Matter::Unreachable:
        return Failure::Kind::ConnectionLost;
    case Matter::AccessDenied:
    case Matter::NoDatabase:
    case Matter::Full:
        return Failure::Kind::Unavailable;
    case Matter::Other:
        break;
    }
    return Failure::Kind::Internal;
}

Sentence reasonOf(int code)
{
    switch (matterOf(code)) {
    case Matter::Contended:
        return Sentence(QT_TRANSLATE_NOOP("Failure", "another writer was in the way"));
    case Matter::Lost:
        return Sentence(QT_TRANSLATE_NOOP("Failure", "the connection to the server was lost"));
    case Matter::Unreachable:
        return Sentence(QT_TRANSLATE_NOOP("Failure", "the server cannot be reached"));
    case Matter::AccessDenied:
        return Sentence(QT_TRANSLATE_NOOP("Failure", "the server does not accept the user or the password"));
    case Matter::NoDatabase:
        return Sentence(QT_TRANSLATE_NOOP("Failure", "the server has no such database"));
    case Matter::Full:
        return Sentence(QT_TRANSLATE_NOOP("Failure", "the disk is full"));
    case Matter::Other:
        break;
    }
    return Sentence(QT_TRANSLATE_NOOP("Failure", "the server reports error %1"), QString::number(code));
}

} // namespace linewatch::mysqlerrors

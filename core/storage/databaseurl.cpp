// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/databaseurl.h"

#include <QFileInfo>
#include <QUrl>

namespace linewatch {

namespace {

/** HOST, HOST:PORT or [ADDRESS]:PORT; nothing when it is none of them. */
std::optional<MySqlHost> readHost(const QString &text)
{
    // The scheme is only there to have the rules for hosts and ports applied.
    const QUrl url(QStringLiteral("mysql://") + text, QUrl::StrictMode);
    const int port = url.port(MySqlHost().port);
    if (!url.isValid() || url.host().isEmpty() || port < 1 || text.contains(QLatin1Char('@')))
        return std::nullopt;
    return MySqlHost{url.host(), static_cast<quint16>(port)};
}

/** USER@HOST:PORT[,HOST:PORT...]/NAME; nothing when it is not that. */
std::optional<MySqlDatabase> readMySql(const QString &text)
{
    const qsizetype at = text.indexOf(QLatin1Char('@'));
    const qsizetype slash = text.indexOf(QLatin1Char('/'), at + 1);
    if (at < 1 || slash < 0)
        return std::nullopt;
    MySqlDatabase database;
    database.user = QUrl::fromPercentEncoding(text.left(at).toUtf8());
    database.name = QUrl::fromPercentEncoding(text.mid(slash + 1).toUtf8());
    if (database.name.isEmpty() || database.name.contains(QLatin1Char('/')))
        return std::nullopt;
    for (const QString &part : text.mid(at + 1, slash - at - 1).split(QLatin1Char(','))) {
        const std::optional<MySqlHost> host = readHost(part);
        if (!host)
            return std::nullopt;
        database.hosts += *host;
    }
    return database;
}

Failure namesNoDatabase(const QString &text)
{
    return {Failure::Kind::Refused,
            Sentence(QT_TRANSLATE_NOOP("Failure",
                                       "'%1' names no database; give sqlite:/path/file.db or "
                                       "mysql://USER@HOST:PORT/NAME"),
                     text)};
}

/** HOST:PORT or [ADDRESS]:PORT of each. */
QStringList hostTexts(const MySqlDatabase &database)
{
    QStringList hosts;
    for (const MySqlHost &host : database.hosts) {
        const bool isIpv6 = host.name.contains(QLatin1Char(':'));
        hosts += (isIpv6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(host.name).arg(host.port);
    }
    return hosts;
}

} // namespace

QString displayText(const MySqlDatabase &database)
{
    return QStringLiteral("MySQL %1 at %2")
        .arg(database.name, hostTexts(database).join(QStringLiteral(", ")));
}

QString DatabaseUrl::displayText() const
{
    return mysql ? linewatch::displayText(*mysql) : QStringLiteral("SQLite %1").arg(sqlitePath);
}

QString DatabaseUrl::urlText() const
{
    if (!mysql)
        return QStringLiteral("sqlite:%1").arg(sqlitePath);
    const auto encoded = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    return QStringLiteral("mysql://%1@%2/%3")
        .arg(encoded(mysql->user), hostTexts(*mysql).join(QLatin1Char(',')), encoded(mysql->name));
}

Result<DatabaseUrl> DatabaseUrl::parse(const QString &text)
{
    static const QString sqlite = QStringLiteral("sqlite:");
    static const QString mysql = QStringLiteral("mysql://");
    if (text.startsWith(mysql)) {
        const QString rest = text.mid(mysql.size());
        if (rest.section(QLatin1Char('@'), 0, -2).contains(QLatin1Char(':'))) {
            // Not repeated in the message: it would be in the log then.
            return Failure{
                Failure::Kind::Refused,
                Sentence(QT_TRANSLATE_NOOP("Failure",
                                           "a password does not belong into the database's URL, where "
                                           "others can read it; give it in LINEWATCH_DB_PASSWORD or in "
                                           "the settings file"))};
        }
        std::optional<MySqlDatabase> database = readMySql(rest);
        return database ? Result<DatabaseUrl>(DatabaseUrl{QString(), std::move(database)})
                        : namesNoDatabase(text);
    }
    if (!text.startsWith(sqlite) || text.size() == sqlite.size())
        return namesNoDatabase(text);
    return DatabaseUrl{QFileInfo(text.mid(sqlite.size())).absoluteFilePath()};
}

} // namespace linewatch

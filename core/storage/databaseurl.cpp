// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/databaseurl.h"

#include <QFileInfo>

namespace linewatch {

QString DatabaseUrl::displayText() const
{
    return QStringLiteral("SQLite %1").arg(sqlitePath);
}

Result<DatabaseUrl> DatabaseUrl::parse(const QString &text)
{
    static const QString scheme = QStringLiteral("sqlite:");
    if (text.startsWith(QLatin1String("mysql:"))) {
        return Failure{Failure::Kind::Refused,
                       Sentence(QT_TRANSLATE_NOOP("Failure",
                                                  "MySQL and MariaDB are not supported by this version; use "
                                                  "sqlite:/path/file.db"))};
    }
    if (!text.startsWith(scheme) || text.size() == scheme.size()) {
        return Failure{
            Failure::Kind::Refused,
            Sentence(QT_TRANSLATE_NOOP("Failure", "'%1' names no database; give sqlite:/path/file.db"),
                     text)};
    }
    return DatabaseUrl{QFileInfo(text.mid(scheme.size())).absoluteFilePath()};
}

} // namespace linewatch

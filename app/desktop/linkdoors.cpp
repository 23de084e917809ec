// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/linkdoors.h"

#include <QFileInfo>
#include <QSettings>

namespace linewatch {

namespace {

/** One name for one store, by whatever path it is reached. */
QString storeName(const StartOptions &options)
{
    if (options.demo)
        return QStringLiteral("demo");
    const DatabaseUrl &database = options.monitor.database;
    if (database.mysql)
        return database.urlText();
    const QFileInfo file(database.sqlitePath);
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return (folder.isEmpty() ? file.absolutePath() : folder) + QLatin1Char('/') + file.fileName();
}

} // namespace

QStringList linkDoorPaths(const QSettings &settings, const StartOptions &options)
{
    const QString user = settings.fileName();
    return {linkDoorPath({user, storeName(options)}), linkDoorPath({user})};
}

bool isHandedOver(const QSettings &settings, const StartOptions &options)
{
    QStringList paths = linkDoorPaths(settings, options);
    if (options.namesStore)
        paths.removeLast();
    return std::any_of(paths.cbegin(), paths.cend(), [&options](const QString &path) {
        return handOverLink(path, options.link) == HandedOver::Taken;
    });
}

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/arrows.h"

#include <QHash>
#include <QSet>

namespace linewatch::architecture {

namespace {

/** Each station with those it may reach, skipped stations written out. */
const QHash<QString, QSet<QString>> &arrows()
{
    static const QHash<QString, QSet<QString>> table = [] {
        const QSet<QString> storage{QStringLiteral("model")};
        const QSet<QString> aboveStorage = storage + QSet{QStringLiteral("storage")};
        const QSet<QString> braces{QStringLiteral("ingest"), QStringLiteral("analytics"),
                                   QStringLiteral("alerts")};
        const QSet<QString> report = aboveStorage + QSet{QStringLiteral("analytics")};
        const QSet<QString> api =
            aboveStorage + braces + QSet{QStringLiteral("report"), QStringLiteral("http")};
        const QSet<QString> monitor = api + QSet{QStringLiteral("api"), QStringLiteral("live")};

        QHash<QString, QSet<QString>> reach{
            {QStringLiteral("model"), {}},
            {QStringLiteral("http"), {}},
            {QStringLiteral("simulation"), {QStringLiteral("model")}},
            {QStringLiteral("live"), {QStringLiteral("model")}},
            {QStringLiteral("storage"), storage},
            {QStringLiteral("report"), report},
            {QStringLiteral("api"), api},
            {QStringLiteral("monitor"), monitor},
            {QStringLiteral("ui"),
             {QStringLiteral("monitor"), QStringLiteral("live"), QStringLiteral("analytics"),
              QStringLiteral("model")}},
            {QStringLiteral("app"),
             monitor + QSet{QStringLiteral("monitor"), QStringLiteral("ui"), QStringLiteral("simulation")}},
        };
        for (const QString &name : braces)
            reach.insert(name, aboveStorage);
        return reach;
    }();
    return table;
}

bool mayDraw(const QString &path)
{
    return path.startsWith(QStringLiteral("ui/")) || path.startsWith(QStringLiteral("app/desktop/"));
}

} // namespace

QString stationOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    if (parts.first() == QStringLiteral("core"))
        return parts.size() > 2 ? parts[1] : QString();
    return isStation(parts.first()) ? parts.first() : QString();
}

bool isStation(const QString &name)
{
    return arrows().contains(name);
}

bool mayUse(const QString &from, const QString &to)
{
    return from == to || arrows().value(from).contains(to);
}

bool mayInclude(const QString &from, const QString &target)
{
    return mayUse(from, stationOf(target)) || target == QStringLiteral("core/model/failure.h");
}

bool mayUseQtModule(const QString &path, const QString &module)
{
    if (mayDraw(path) || module == QStringLiteral("Core"))
        return true;
    static const QSet<QString> headless{QStringLiteral("Network"), QStringLiteral("Sql")};
    return headless.contains(module) && stationOf(path) != QStringLiteral("model");
}

} // namespace linewatch::architecture

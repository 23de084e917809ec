// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/openedstore.h"

#include <QLoggingCategory>

namespace linewatch {

namespace {

Q_LOGGING_CATEGORY(monitorLog, "linewatch.monitor")

Result<std::unique_ptr<StoreFactory>> openOrAwait(const DatabaseUrl &database, const SpoolPlace &spool)
{
    Result<std::unique_ptr<StoreFactory>> store = StoreFactory::open(database);
    const bool isAway = !store && store.failure().kind == Failure::Kind::ConnectionLost;
    if (!isAway || !SpoolFile::exists(spool))
        return store;
    qCWarning(monitorLog).noquote() << "starting without the database:" << store.failure().message;
    return StoreFactory::await(*database.mysql);
}

} // namespace

Result<OpenedStore> openStore(const DatabaseUrl &database, const SpoolPlace &spool)
{
    OpenedStore opened;
    const SpoolPlace place = database.mysql ? spool : SpoolPlace{};
    Result<std::unique_ptr<StoreFactory>> store = openOrAwait(database, place);
    if (!store)
        return store.failure();
    opened.store = std::move(*store);
    if (place.path.isEmpty())
        return opened;
    Result<std::unique_ptr<SpoolFile>> file = SpoolFile::open(place, database.mysql->name);
    if (!file)
        return file.failure();
    opened.spool = std::move(*file);
    return opened;
}

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/limits.h"
#include "model/machinestate.h"
#include "model/retention.h"
#include "storage/databaseurl.h"
#include "storage/spoolplace.h"

#include <QHostAddress>

namespace linewatch {

/** Everything that a Monitor is started with. */
struct MonitorSettings {
    QHostAddress address{QHostAddress::LocalHost};
    quint16 port = 8080; ///< 0: a free one
    DatabaseUrl database;
    SpoolPlace spool; ///< only where the database is a server
    Retention retention; ///< of raw events
    http::Limits http;
    StateRules rules;
    std::size_t maxBatchEvents = 50'000;
    std::size_t maxQueuedEvents = 100'000;
    int ioThreads = 2;
    int readers = 2;
    bool live = false;   ///< keep the live board and publish snapshots
    bool viewer = false; ///< only show what others write to the store; with live
};

} // namespace linewatch

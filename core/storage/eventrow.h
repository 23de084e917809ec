// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"

#include <QByteArray>

namespace linewatch {

/** A row of table event, with the source that it names in place of machine, line and factory. */
struct EventRow {
    std::int64_t rowId = 0;
    QByteArray key; ///< storage/eventkey.h
    std::int64_t sourceId = 0;
    int writer = 0;    ///< WriterSeat::number() of who wrote this version
    StoredEvent event; ///< without id, machine, line and factory where it was read
};

} // namespace linewatch

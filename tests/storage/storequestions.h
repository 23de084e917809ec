// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"
#include "storage/eventstore.h"

#include <QStringList>

#include <functional>

/** Everything that can be asked of a store, each with an answer that can be compared. */
namespace linewatch::test {

/** An answer as text, in an order of its own where the store promises none. */
using AnswerText = Result<QStringList>;

struct ReaderQuestion {
    const char *name;
    std::function<AnswerText(EventReader &)> ask;
};

/** What to ask about. */
struct AskedAbout {
    TimeWindow window;
    MachineId machineId;
    FactoryId factoryId;
    EventId eventId;
};

/** Every function of EventReader, most of them with and without what narrows them. */
std::vector<ReaderQuestion> readerQuestions(const AskedAbout &about);

/** What a writer finds of @p ids, asked for @p atOnce at a time as a group of batches does. */
AnswerText lookedUp(EventStore &store, std::span<const EventId> ids, std::size_t atOnce);

/** What one step of retention removes before @p horizon, which is on a whole hour. */
AnswerText removed(EventStore &store, Instant horizon, int rows);

} // namespace linewatch::test

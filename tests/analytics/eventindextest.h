// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/eventindex.h"
#include "model/dice.h"
#include "storage/testengines.h"
#include "storage/writtenstore.h"

#include <map>

namespace linewatch::test {

/** A test program on lists of events, each of its tests in a new store on every engine. */
class EventIndexTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestEngines::addEnginesAndNodes(); }
    void init();
    void cleanup() { m_store.reset(); }

protected:
    /** Which version of which event, as a list shows it. */
    using Shown = std::pair<std::string, int>;
    /** From when on which line counts for a machine; always the earliest first. */
    using Dated = std::map<MachineId, std::vector<std::pair<Instant, LineId>>>;

    /** No event is earlier. */
    static Instant start();
    /** At times of which many are the same, and many on the bounds of minutes, hours and days. */
    EventPayload somePayload();
    /** @p count events, E-0 and so on, a few or many in a transaction. */
    void fill(int count);
    EventIndex indexOf(const EventSelection &selection, const TellPart<EventIndex> &tell = {});
    /** What a selection is, counted event by event. */
    std::vector<Shown> recount(const EventSelection &selection) const;
    /** Reads the rows of an index from some places on. */
    void compareSomeRows(const EventIndex &index, const std::vector<Shown> &expected);

    Dice m_dice{0};
    std::chrono::microseconds m_span{}; ///< that events are spread over
    Dated m_dated;
    DatabaseUrl m_url;
    std::optional<WrittenStore> m_store;

private:
    LineId effectiveLine(const EventPayload &payload) const;

    TestEngines m_engines;
};

} // namespace linewatch::test

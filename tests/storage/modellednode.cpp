// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/modellednode.h"

namespace linewatch::test {

using namespace std::chrono_literals;

namespace {

std::size_t nodeFor(const BatchEvents::value_type &element, std::size_t turn)
{
    const auto *event = std::get_if<IncomingEvent>(&element);
    const int owner = event ? event->eventId.utf8().back() % 3 : 2;
    return owner < 2 ? static_cast<std::size_t>(owner) : turn;
}

} // namespace

ModelledNode::ModelledNode(const DatabaseUrl &url) : node(url)
{
    const StampGrid grid = node.stampGrid();
    stamps = {{}, grid.step, grid.offset};
    node.post({}, noon).wait(); // now it has opened the store
}

std::vector<std::string> ModelledNode::postTo(PlainStore &plain, const BatchEvents &events, Instant arrival)
{
    for (;;) {
        PlainStore tried = plain;
        std::vector<std::string> outcomes;
        for (const auto &element : events)
            outcomes.push_back(tried.post(element, arrival, stamps));
        if (events.empty() || stamps.last >= node.lastStamp()) {
            plain = std::move(tried);
            return outcomes;
        }
    }
}

TwoBatches nextBatches(RandomStream &stream, std::size_t turn)
{
    constexpr int groups = 3;
    constexpr std::array clocksAhead{0ms, 7ms};
    TwoBatches batches;
    for (int i = 0; i < groups; ++i) {
        for (PendingBatch &batch : stream.nextGroup()) {
            for (auto &element : batch.events)
                batches[nodeFor(element, turn)].events.push_back(std::move(element));
            for (std::size_t node = 0; node < batches.size(); ++node)
                batches[node].arrival = batch.arrival + clocksAhead[node];
        }
    }
    return batches;
}

} // namespace linewatch::test

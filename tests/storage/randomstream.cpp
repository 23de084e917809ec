// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/randomstream.h"

namespace linewatch::test {

using namespace std::chrono_literals;

std::vector<PendingBatch> RandomStream::nextGroup()
{
    std::vector<PendingBatch> group(static_cast<std::size_t>(number(1, 3)));
    for (PendingBatch &batch : group) {
        m_now += std::chrono::microseconds{number(-2000, 5000)}; // the clock steps back at times
        batch.arrival = m_now;
        batch.sender = "127.0.0.1";
        const int size = number(0, 12);
        for (int i = 0; i < size; ++i)
            batch.events.push_back(element());
    }
    return group;
}

BatchEvents::value_type RandomStream::element()
{
    if (number(0, 19) == 0)
        return RefusedEvent{RejectReason::InvalidDuration, "E-x", "M-0", "{}"};
    if (!m_sent.empty() && number(0, 4) == 0)
        return m_sent[static_cast<std::size_t>(number(0, static_cast<int>(m_sent.size()) - 1))];
    IncomingEvent event;
    event.eventId = EventId("E-" + std::to_string(number(0, 80)));
    event.payload.machineId = MachineId("M-" + std::to_string(number(0, 3)));
    event.payload.eventTime = time();
    event.payload.duration = std::chrono::milliseconds{number(0, 5) * 1000};
    event.payload.defectCount = number(-1, 2);
    if (number(0, 2) > 0)
        event.payload.lineId = LineId("L-" + std::to_string(number(0, 1)));
    if (number(0, 3) == 0)
        event.payload.factoryId = FactoryId("F-" + std::to_string(number(0, 1)));
    if (number(0, 3) == 0)
        event.claimedReceipt = m_now + std::chrono::microseconds{number(-3000, 3000)};
    m_sent.push_back(event);
    return event;
}

Instant RandomStream::time()
{
    static constexpr Instant origin{std::chrono::hours{-30}};
    const auto border =
        std::chrono::hours{number(0, 60)} + std::chrono::minutes{number(0, 1) * number(0, 59)};
    return origin + border + std::chrono::microseconds{number(-1, 1)}
    + std::chrono::seconds{number(0, 1) * number(0, 59)};
}

} // namespace linewatch::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/democontrols.h"
#include "simulation/noise.h"

#include <deque>
#include <unordered_map>

namespace linewatch::simulation {

/**
 * What the demo plant posts, and when: pure, so that a test can own its time. Mild noise among the events;
 * faster, and with faults, as its controls say. A batch that is posted again changes nothing. Not
 * thread-safe.
 */
class DemoStream
{
public:
    /** The plant begins at @p start; the same @p seed and the same calls give the same batches. */
    DemoStream(Instant start, std::uint64_t seed);

    /** From @p now on; speed, clocks and defects once what happened before the first next() was handed out.
     */
    void control(const DemoControls &controls, Instant now);
    /**
     * What is to be posted next, of what has happened until @p now, which must not go back. Nothing while
     * all was handed out, and while the network is cut: what happens then is handed out afterwards.
     */
    std::optional<Batch> next(Instant now);
    /** Whether there was more than the last batch held: another call gives something at once. */
    bool isBehind() const { return m_again || !m_waiting.empty() || m_next.due <= m_until; }
    bool isCut() const { return m_controls.networkCut; }

private:
    void gather(Instant now, std::size_t most);
    void conduct(Instant now);
    Batch takeBatch();

    NoisyStream m_stream;
    Instant m_until;               ///< of the last call
    Batch m_next;                  ///< one element that has not happened yet
    std::deque<Element> m_waiting; ///< happened, not handed out
    std::optional<Batch> m_again;  ///< to be sent a second time
    DemoControls m_controls;
    Conduct m_conduct;
    bool m_isLive = false; ///< the past was gathered
};

/** The plant that DemoStream plays: whom its controls can name. */
DemoNames demoNames();

} // namespace linewatch::simulation

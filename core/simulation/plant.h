// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/conduct.h"
#include "simulation/plantlayout.h"
#include "simulation/random.h"
#include "simulation/storyclock.h"

#include <queue>

#include <memory>

namespace linewatch::simulation {

/**
 * Some machines of a factory at work: a stream of clean events in the order in which they happen. Pure: what
 * comes out depends on the arguments alone. Not thread-safe.
 */
class Plant
{
public:
    /**
     * @p machines are indexes into the layout. The first event happens at @p start or up to a cycle later.
     * @p stretch multiplies every cycle: 0.1 is a factory ten times as busy.
     */
    Plant(std::shared_ptr<const PlantLayout> layout, std::vector<std::size_t> machines, Random random,
          Instant start, double stretch);

    /** The next event. Times never go back from one to the next, but where a clock is wrong. */
    IncomingEvent next();
    /** From @p from on, or from now() where that is later. */
    void setConduct(Instant from, const Conduct &conduct);

    const PlantLayout &layout() const { return *m_layout; }
    Instant start() const { return m_start; }
    /** When the newest event happened, whatever its machine's clock said. */
    Instant now() const { return m_now; }

private:
    struct Turn {
        Instant time;
        std::size_t machine;
        friend auto operator<=>(const Turn &, const Turn &) = default;
    };

    std::chrono::microseconds interval(const MachineProfile &machine);
    Instant afterSilence(const MachineProfile &machine, Instant time) const;
    double defectProbability(const MachineProfile &machine, Instant time) const;
    std::int32_t defects(const MachineProfile &machine, Instant time);
    Instant moved(const Turn &turn, Instant from, double factor) const;
    Instant clockOf(const MachineProfile &machine, Instant time) const;
    void makeExtreme(EventPayload &payload);

    std::shared_ptr<const PlantLayout> m_layout;
    Random m_random;
    Instant m_start;
    Instant m_now;
    double m_stretch;
    Conduct m_conduct;
    StoryClock m_story;
    StoryClock m_silences; ///< of the machines that fall silent
    std::priority_queue<Turn, std::vector<Turn>, std::greater<>> m_turns;
};

/** Events a second that these machines produce together, unstretched, over the hours. */
double naturalRate(const PlantLayout &layout, const std::vector<std::size_t> &machines);

} // namespace linewatch::simulation

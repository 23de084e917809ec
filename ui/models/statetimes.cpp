// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/statetimes.h"

#include <algorithm>

namespace linewatch::ui {

std::array<std::chrono::microseconds, MachineStateCount> StateTimes::lengths() const
{
    std::array<std::chrono::microseconds, MachineStateCount> lengths{};
    for (const StateBand &band : bands) {
        if (band.state)
            lengths[static_cast<std::size_t>(*band.state)] += band.span.length();
    }
    return lengths;
}

const StateBand *StateTimes::bandAt(const TimeWindow &step) const
{
    const auto found = std::ranges::find_if(
        bands, [&step](const StateBand &band) { return band.span.contains(step.start); });
    return found == bands.end() ? nullptr : &*found;
}

bool StateTimes::hasStates() const
{
    return std::ranges::any_of(bands, [](const StateBand &band) { return band.state.has_value(); });
}

} // namespace linewatch::ui

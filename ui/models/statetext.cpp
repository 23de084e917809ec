// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/statetext.h"

#include "ui/models/machinetile.h"

namespace linewatch::ui {

namespace {

constexpr std::array worstFirst{MachineState::Warning, MachineState::Silent, MachineState::NoData,
                                MachineState::Healthy};

int countOf(const StateCounts &counts, MachineState state)
{
    return counts[static_cast<std::size_t>(state)];
}

} // namespace

MachineState worstState(const StateCounts &counts)
{
    for (const MachineState state : worstFirst) {
        if (countOf(counts, state) > 0)
            return state;
    }
    return MachineState::NoData;
}

int severity(MachineState state)
{
    int rank = static_cast<int>(worstFirst.size());
    for (const MachineState other : worstFirst) {
        if (other == state)
            break;
        --rank;
    }
    return rank;
}

QString stateSummary(const StateCounts &counts, const Formats &formats)
{
    QStringList words;
    for (const MachineState state : worstFirst) {
        if (state != MachineState::Healthy && countOf(counts, state) > 0)
            words << formats.count(countOf(counts, state)) + QLatin1Char(' ') + stateWord(state);
    }
    return words.isEmpty() ? stateWord(worstState(counts)) : words.join(QStringLiteral(", "));
}

} // namespace linewatch::ui

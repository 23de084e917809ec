// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statebar.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace linewatch::ui {

std::array<double, MachineStateCount> stateBarParts(const StateCounts &counts, double width)
{
    constexpr double visible = 4; // pixels
    std::array<double, MachineStateCount> parts{};
    const int all = std::accumulate(counts.begin(), counts.end(), 0);
    if (all == 0)
        return parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (counts[i] > 0)
            parts[i] = std::max(visible, std::round(width * counts[i] / all));
    }
    // What the small ones got beyond their share comes from the largest.
    auto &largest = *std::ranges::max_element(parts);
    largest += width - std::accumulate(parts.begin(), parts.end(), 0.0);
    return parts;
}

void paintStateBar(QPainter &painter, const QRectF &where, const StateCounts &counts, const Theme &theme)
{
    painter.save();
    QPainterPath outline;
    outline.addRoundedRect(where, where.height() / 2, where.height() / 2);
    painter.setClipPath(outline);
    painter.fillRect(where, theme.grid);
    const auto parts = stateBarParts(counts, where.width());
    double left = where.left();
    for (const MachineState state :
         {MachineState::Healthy, MachineState::Warning, MachineState::Silent, MachineState::NoData}) {
        const double width = parts[static_cast<std::size_t>(state)];
        const QColor colour = state == MachineState::NoData ? theme.normal2 : stateColour(theme, state);
        painter.fillRect(QRectF(left, where.top(), width, where.height()), colour);
        left += width;
    }
    painter.restore();
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/growthrate.h"

namespace linewatch {

void GrowthRate::note(Time at, std::int64_t bytes)
{
    m_sizes.push_back({at, bytes});
    while (at - m_sizes.front().at > Longest)
        m_sizes.pop_front();
}

std::optional<std::int64_t> GrowthRate::perDay() const
{
    if (m_sizes.empty())
        return std::nullopt;
    const std::chrono::duration<double> seen = m_sizes.back().at - m_sizes.front().at;
    if (seen < Least)
        return std::nullopt;
    const auto grown = static_cast<double>(m_sizes.back().bytes - m_sizes.front().bytes);
    return static_cast<std::int64_t>(grown * (std::chrono::duration<double>(std::chrono::hours{24}) / seen));
}

} // namespace linewatch

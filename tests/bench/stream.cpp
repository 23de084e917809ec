// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/stream.h"

#include <chrono>
#include <cstdio>

namespace linewatch::bench {

namespace {

constexpr std::int64_t jitterUs = 5'000'000;
constexpr std::int64_t lateUs = 86'400'000'000;

/** Takes numbers out of one random word, so that an event costs few of them. */
class Dice
{
public:
    explicit Dice(std::uint64_t word) : m_word(word) { }

    /** 0 to @p sides - 1, of at most 2^16 sides. */
    std::uint32_t below(std::uint32_t sides)
    {
        const auto bits = static_cast<std::uint32_t>(m_word & 0xFFFF);
        m_word >>= 16;
        return (bits * sides) >> 16;
    }

private:
    std::uint64_t m_word;
};

std::int32_t defectsOf(std::uint32_t percentile)
{
    if (percentile == 0)
        return -1;
    return percentile < 95 ? 0 : static_cast<std::int32_t>(1 + percentile % 3);
}

} // namespace

Stream::Stream(const StreamPlan &plan) : m_plan(plan), m_random(plan.seed), m_plantUs(plan.startUs) { }

StreamEvent Stream::next()
{
    Dice dice(m_random());
    const std::uint64_t lateness = m_random();
    StreamEvent event;
    event.machine = dice.below(m_plan.machines);
    event.durationMs = static_cast<std::int32_t>(1000 + dice.below(8001));
    event.defects = defectsOf(dice.below(100));
    const std::int64_t latest = dice.below(100) == 0 ? lateUs : jitterUs;
    event.timeUs = m_plantUs - static_cast<std::int64_t>(lateness % static_cast<std::uint64_t>(latest));
    m_plantUs += m_plan.stepUs;

    const std::uint64_t high = m_random();
    event.idLow = (m_random() & 0x3FFF'FFFF'FFFF'FFFF) | 0x8000'0000'0000'0000;
    if (m_plan.ids == IdKind::Random)
        event.idHigh = (high & ~std::uint64_t{0xF000}) | 0x4000;
    else
        event.idHigh = static_cast<std::uint64_t>(event.timeUs / 1000) << 16 | 0x7000 | (high & 0x0FFF);
    return event;
}

StreamPlan planEndingNow(std::uint64_t seed, IdKind ids, std::int64_t events, std::int64_t stepUs)
{
    using namespace std::chrono;
    const std::int64_t nowUs = duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
    StreamPlan plan;
    plan.seed = seed;
    plan.ids = ids;
    plan.stepUs = stepUs;
    plan.startUs = nowUs - events * stepUs;
    return plan;
}

std::array<std::uint8_t, 16> keyOf(const StreamEvent &event)
{
    std::array<std::uint8_t, 16> key{};
    for (unsigned i = 0; i < 8; ++i) {
        key[i] = static_cast<std::uint8_t>(event.idHigh >> (56 - 8 * i));
        key[8 + i] = static_cast<std::uint8_t>(event.idLow >> (56 - 8 * i));
    }
    return key;
}

std::string machineName(std::uint32_t machine)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "M-%04u", machine + 1);
    return text.data();
}

std::string lineName(const StreamPlan &plan, std::uint32_t machine)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "L-%02u", machine % plan.lines + 1);
    return text.data();
}

} // namespace linewatch::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/random.h"

namespace linewatch::simulation {

namespace {

/** SplitMix64's finaliser: spreads neighbouring seeds over all 64 bits. */
std::uint64_t spread(std::uint64_t value)
{
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31U);
}

void appendHex(std::string &text, std::uint64_t bits, int digits)
{
    static constexpr char hex[] = "0123456789abcdef";
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        text += hex[(bits >> static_cast<unsigned>(shift)) & 0xFU];
}

} // namespace

Random::Random(std::uint64_t seed, std::uint64_t stream) : m_engine(spread(seed) ^ spread(~stream)) { }

std::int64_t Random::between(std::int64_t lowest, std::int64_t highest)
{
    return lowest + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(highest - lowest) + 1));
}

double Random::unit()
{
    constexpr double oneIn53Bits = 1.0 / 9007199254740992.0;
    return static_cast<double>(next() >> 11U) * oneIn53Bits;
}

EventId Random::uuid()
{
    const std::uint64_t high = next();
    const std::uint64_t low = next();
    std::string text;
    text.reserve(36);
    appendHex(text, high >> 32U, 8);
    text += '-';
    appendHex(text, high >> 16U, 4);
    text += "-4"; // the version
    appendHex(text, high, 3);
    text += '-';
    appendHex(text, (low >> 62U) | 0x8U, 1); // the variant: binary 10xx
    appendHex(text, low >> 48U, 3);
    text += '-';
    appendHex(text, low, 12);
    return EventId(std::move(text));
}

} // namespace linewatch::simulation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>

namespace linewatch::bench {

enum class IdKind : std::uint8_t {
    Random, ///< UUIDv4
    Ordered ///< UUIDv7: in the order of the events' times
};

/** One event of the stream, in the smallest form; text and keys are made from it where they are needed. */
struct StreamEvent {
    std::uint64_t idHigh = 0; ///< the id's first eight bytes, big-endian
    std::uint64_t idLow = 0;
    std::int64_t timeUs = 0;   ///< microseconds since the epoch
    std::uint32_t machine = 0; ///< 0 to StreamPlan::machines - 1
    std::int32_t durationMs = 0;
    std::int32_t defects = 0; ///< -1: unknown
};

/** What a stream is made of; equal plans make equal streams. */
struct StreamPlan {
    std::uint64_t seed = 1;
    IdKind ids = IdKind::Random;
    std::uint32_t machines = 2000;
    std::uint32_t lines = 50;
    std::int64_t startUs = 0;   ///< the plant's time at the first event
    std::int64_t stepUs = 5000; ///< how far each event advances it
};

/**
 * A plant's events, one after the other, without end. An event's time is up to 5 s behind the plant's; that
 * of one event in a hundred up to a day. Its id was made when it happened.
 */
class Stream
{
public:
    explicit Stream(const StreamPlan &plan);

    StreamEvent next();

private:
    StreamPlan m_plan;
    std::mt19937_64 m_random;
    std::int64_t m_plantUs;
};

/** The plan whose @p events events end now, so that none lies in the future. */
StreamPlan planEndingNow(std::uint64_t seed, IdKind ids, std::int64_t events, std::int64_t stepUs);

std::array<std::uint8_t, 16> keyOf(const StreamEvent &event);

/** M-0001 and on. */
std::string machineName(std::uint32_t machine);

/** L-01 and on: the line that the events of a machine state. */
std::string lineName(const StreamPlan &plan, std::uint32_t machine);

} // namespace linewatch::bench

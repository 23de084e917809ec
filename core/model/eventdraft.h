// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace linewatch {

/** A member of a JSON object as the sender wrote it, before any rule is applied to its value. */
template <class T>
struct DraftMember {
    enum class State {
        Absent,    ///< not there
        Null,      ///< there, as null
        WrongType, ///< there, but not what its type asks for, or a number beyond 64 bits
        Given
    };

    State state = State::Absent;
    T value{};

    void give(T given)
    {
        state = State::Given;
        value = std::move(given);
    }
};

/** One element of a posted batch: well-formed JSON, otherwise as noisy as it came. Strings are UTF-8. */
struct EventDraft {
    bool isObject = true;
    DraftMember<std::string> eventId;
    DraftMember<std::string> machineId;
    DraftMember<std::string> eventTime;
    DraftMember<std::int64_t> durationMs;
    DraftMember<std::int64_t> defectCount;
    DraftMember<std::string> lineId;
    DraftMember<std::string> factoryId;
    DraftMember<std::string> receivedTime;
};

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/stream.h"

#include <string>
#include <vector>

namespace linewatch::bench {

/**
 * Writes batches as requests, cheaply: the generator shares its cores with the server that it measures. An
 * event is one copy of a template of fixed width, with the digits written over it.
 */
class EventText
{
public:
    explicit EventText(const StreamPlan &plan);

    /** A whole POST /events/batch of the next @p events events of @p stream, in place of what @p request
     * held. */
    void writeRequest(Stream &stream, std::int64_t events, std::vector<char> &request) const;

    /** The id of @p event in canonical form. */
    static std::string idText(const StreamEvent &event);

private:
    char *writeEvent(const StreamEvent &event, char *out) const;

    std::vector<std::string>
        m_machineMembers; ///< "machineId" and "lineId" with their values, all of one width
};

} // namespace linewatch::bench

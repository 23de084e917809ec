// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/backlog.h"

#include <mutex>

namespace linewatch {

/** The newest backlog, set by the writer and read by any thread. */
class BacklogGauge
{
public:
    void set(Backlog backlog)
    {
        const std::scoped_lock lock(m_mutex);
        m_backlog = std::move(backlog);
    }
    Backlog read() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_backlog;
    }

private:
    mutable std::mutex m_mutex;
    Backlog m_backlog;
};

} // namespace linewatch

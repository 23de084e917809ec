// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"
#include "model/storespace.h"
#include "monitor/growthrate.h"

#include <QString>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace linewatch {

/** Measures, twice a minute and on a thread of its own, the room that a store takes and has. */
class SpaceWatch
{
public:
    /** How large the store is; called on the measuring thread, may ask a server. */
    using MeasureStore = std::function<Result<std::int64_t>()>;

    /** @p disk is a file or folder on the disk to watch; empty: none. */
    SpaceWatch(MeasureStore measure, QString disk);
    /** Waits for the measurement that is being made. */
    ~SpaceWatch();
    Q_DISABLE_COPY_MOVE(SpaceWatch)

    /** What was measured last; any thread. Nothing before the first time. */
    std::optional<StoreSpace> space() const;

private:
    void run();
    void measure();

    const MeasureStore m_measure;
    const QString m_disk;
    GrowthRate m_growth; ///< the measuring thread's

    mutable std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_ending = false;
    std::optional<StoreSpace> m_space;

    std::thread m_thread; ///< last, so that it finds the rest made
};

} // namespace linewatch

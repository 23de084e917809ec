// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/monitor.h"
#include "simulation/demoplant.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace linewatch {

/**
 * A demo plant that runs, with a store in a temporary folder and an endpoint of its own. All of it, the
 * folder too, goes with this. GUI thread.
 */
class Demo
{
public:
    /** @p settings say where it listens, @p seed which plant it is. The failure is one line for people. */
    static Result<std::unique_ptr<Demo>> start(MonitorSettings settings, std::optional<quint64> seed);
    /** Waits for the threads of the plant and of its store. */
    ~Demo();
    Q_DISABLE_COPY_MOVE(Demo)

    Monitor &monitor() { return *m_monitor; }
    simulation::DemoPlant &plant() { return *m_plant; }

    /** Stands still and leaves its address and port to others, until goOn(). */
    Result<void> standAside();
    /** Where it was before, or where it is now when that was taken meanwhile. */
    void goOn();

private:
    explicit Demo(MonitorSettings settings) : m_settings(std::move(settings)) { }

    MonitorSettings m_settings;
    QTemporaryDir m_folder;
    std::unique_ptr<Monitor> m_monitor;
    std::unique_ptr<simulation::DemoPlant> m_plant; ///< last: it posts to the monitor
};

} // namespace linewatch

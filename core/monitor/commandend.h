// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"
#include "monitor/command.h"

#include <QObject>

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>

namespace linewatch {

/**
 * How a command of linewatchd ends: because its work did, with the exit code of that, or because of SIGINT or
 * SIGTERM. The event loop of the application runs meanwhile and hears the signals. On the main thread, but
 * for reach().
 */
class CommandEnd
{
public:
    /** How long the work may still take; nothing: as long as it does. */
    using Patience = std::optional<std::chrono::milliseconds>;
    /** Called on the main thread, at each signal until the end is reached: asks the work to end. */
    using Cancel = std::function<Patience()>;

    /** For work of which nothing stays when the process ends there and then. */
    static Patience atOnce() { return std::chrono::milliseconds{0}; }

    /** @p cancelled is what is said when the process ends with the work undone. */
    CommandEnd(const CommandCall &call, QString cancelled, Cancel cancel);

    /** Runs the event loop until the end is reached; gives the exit code. */
    int wait();
    /** The work is over, and no signal changes that. Any thread; once. */
    void reach(int exitCode);

private:
    void heedSignal();
    void giveUp() const;

    const QString m_cancelled;
    const Cancel m_cancel;
    std::atomic<bool> m_isReached = false;
    int m_exitCode = ExitRefused; ///< written before that
    QObject m_context;
};

/** Does @p work on a thread of its own, and ends as CommandEnd says. Gives the exit code that it gave. */
int runBesideSignals(const CommandCall &call, const QString &cancelled, const std::function<int()> &work,
                     const CommandEnd::Cancel &cancel = CommandEnd::atOnce);

/** Writes to standard output; gives ExitDone. */
int say(const QString &text);

/** The exit code of a command that has nothing to do: it was asked for help, or told what it cannot do. */
template <class Options>
std::optional<int> endedByOptions(const Result<Options> &options)
{
    if (!options)
        return refuse(options.failure().message);
    return options->help.isEmpty() ? std::nullopt : std::optional(say(options->help));
}

} // namespace linewatch

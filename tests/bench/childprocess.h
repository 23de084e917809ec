// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <string>

#include <sys/types.h>

namespace linewatch::bench {

/** What a process used, its whole life long. */
struct ProcessUsage {
    double cpuSeconds = 0;         ///< user and system
    std::int64_t writtenBytes = 0; ///< to the disk, as the kernel accounts them
    std::int64_t peakBytes = 0;    ///< most memory resident at a time
    int exitCode = -1;             ///< -1: ended by a signal
};

/**
 * A program of its own, so that what it uses can be told from what the benchmark uses: QProcess collects the
 * usage of its children itself and keeps it from us. Its HOME and the folders of XDG are a folder given here,
 * so that no settings of this machine reach it. Killed with the object unless it was waited for.
 */
class ChildProcess
{
public:
    static Result<std::unique_ptr<ChildProcess>> start(const QString &program, const QStringList &arguments,
                                                       const QString &home);
    ~ChildProcess();

    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    pid_t pid() const { return m_pid; }

    /** The next line of its standard output, without its end; waits for it. A failure at its end. */
    Result<std::string> readLine();

    /** The memory resident now and, for as long as it runs, the most there was. Bytes; 0 where /proc does not
     * say. */
    std::int64_t residentBytes() const { return statusBytes("VmRSS:"); }
    std::int64_t peakResidentBytes() const { return statusBytes("VmHWM:"); }

    /** Asks it to end (SIGTERM) and waits. */
    Result<ProcessUsage> stop();
    /** Waits for it to end by itself. */
    Result<ProcessUsage> wait();

private:
    ChildProcess(pid_t pid, int output) : m_pid(pid), m_output(output) { }

    std::int64_t statusBytes(const char *field) const;

    pid_t m_pid;
    int m_output;
    std::string m_unread;
};

/** The failure of a call that left its reason in errno. */
Failure systemFailure(const QString &what);

} // namespace linewatch::bench

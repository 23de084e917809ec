// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/childprocess.h"

namespace linewatch::bench {

/** A linewatchd that serves a store, with the port it chose. */
struct Server {
    std::unique_ptr<ChildProcess> process;
    std::uint16_t port = 0;

    /** Ends it as an operator would; its usage with the peak it had. A failure when it does not exit with 0.
     */
    Result<ProcessUsage> stop();
};

/** Starts @p program on what --database takes, with what it writes in @p folder, and waits until it serves.
 */
Result<Server> startServerOn(const QString &program, const QString &database, const QString &folder,
                             const QStringList &further = {});

/** The same on the SQLite file @p store, made where there is none, with @p further arguments. */
Result<Server> startServer(const QString &program, const QString &store, const QStringList &further = {});

} // namespace linewatch::bench

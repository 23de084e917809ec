// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/commandthread.h"

#include "monitor/terminationsignals.h"

#include <QCoreApplication>

#include <thread>

namespace linewatch {

int runBesideSignals(const TerminationSignals &termination, const std::function<int()> &work,
                     const std::function<void()> &cancel)
{
    int exitCode = ExitRefused;
    QObject context;
    QObject::connect(&termination, &TerminationSignals::terminationRequested, &context, cancel);
    std::thread thread([&] {
        exitCode = work();
        QMetaObject::invokeMethod(&context, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    QCoreApplication::exec();
    thread.join();
    return exitCode;
}

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/commandend.h"

#include "monitor/terminationsignals.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <thread>

namespace linewatch {

CommandEnd::CommandEnd(const CommandCall &call, QString cancelled, Cancel cancel)
    : m_cancelled(std::move(cancelled))
    , m_cancel(std::move(cancel))
{
    QObject::connect(&call.termination, &TerminationSignals::terminationRequested, &m_context,
                     [this] { heedSignal(); });
}

int CommandEnd::wait()
{
    QCoreApplication::exec();
    return m_exitCode;
}

void CommandEnd::reach(int exitCode)
{
    m_exitCode = exitCode;
    m_isReached = true;
    QMetaObject::invokeMethod(&m_context, &QCoreApplication::quit, Qt::QueuedConnection);
}

void CommandEnd::heedSignal()
{
    const Patience patience = m_isReached ? std::nullopt : m_cancel();
    if (!patience)
        return;
    if (*patience == std::chrono::milliseconds{0})
        giveUp();
    QTimer::singleShot(*patience, &m_context, [this] { giveUp(); });
}

/** A thread that is in the midst of its work, perhaps for ever, goes with the process. */
void CommandEnd::giveUp() const
{
    std::_Exit(refuse(m_cancelled));
}

int runBesideSignals(const CommandCall &call, const QString &cancelled, const std::function<int()> &work,
                     const CommandEnd::Cancel &cancel)
{
    CommandEnd end(call, cancelled, cancel);
    std::thread thread([&] { end.reach(work()); });
    const int exitCode = end.wait();
    thread.join();
    return exitCode;
}

int say(const QString &text)
{
    std::fputs(qUtf8Printable(text), stdout);
    return ExitDone;
}

} // namespace linewatch

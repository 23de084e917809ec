// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/terminationsignals.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace linewatch {

namespace {

sigset_t watchedSignals()
{
    sigset_t watched;
    sigemptyset(&watched);
    sigaddset(&watched, SIGTERM);
    sigaddset(&watched, SIGINT);
    return watched;
}

} // namespace

void TerminationSignals::block()
{
    const sigset_t watched = watchedSignals();
    pthread_sigmask(SIG_BLOCK, &watched, nullptr);
}

TerminationSignals::TerminationSignals()
{
    const sigset_t watched = watchedSignals();
    m_descriptor = signalfd(-1, &watched, SFD_CLOEXEC | SFD_NONBLOCK);
    if (m_descriptor < 0)
        qFatal("signalfd: cannot watch for termination signals");
    m_notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &TerminationSignals::readSignal);
}

TerminationSignals::~TerminationSignals()
{
    m_notifier->setEnabled(false);
    ::close(m_descriptor);
}

void TerminationSignals::readSignal()
{
    signalfd_siginfo info{};
    if (::read(m_descriptor, &info, sizeof info) == sizeof info)
        emit terminationRequested();
}

} // namespace linewatch

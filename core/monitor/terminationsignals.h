// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace linewatch {

/** Turns SIGTERM and SIGINT into a signal of the event loop. */
class TerminationSignals : public QObject
{
    Q_OBJECT

public:
    /**
     * Keeps the signals from ending the process. First thing in main(): every thread made afterwards inherits
     * it, and one that did not would be ended by them.
     */
    static void block();

    /** After block(), on a thread with an event loop. */
    TerminationSignals();
    ~TerminationSignals() override;

signals:
    void terminationRequested();

private:
    void readSignal();

    int m_descriptor = -1;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace linewatch

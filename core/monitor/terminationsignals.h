// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace linewatch {

/**
 * Turns SIGTERM and SIGINT into a signal of the event loop. Made on the main thread before any other thread
 * is, since threads inherit that these signals are kept from them.
 */
class TerminationSignals : public QObject
{
    Q_OBJECT

public:
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/bell.h"

#include <functional>
#include <mutex>
#include <vector>

namespace linewatch::http {

/** Runs errands from other threads in the thread it lives on, in the order they were put in. */
class Inbox : public QObject
{
    Q_OBJECT

public:
    explicit Inbox(QObject *parent);

    /** Any thread, while the inbox lives. It runs through the event loop, also in the inbox' own thread. */
    void put(std::function<void()> errand);

private:
    void runErrands();

    Bell m_bell;
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_errands;
};

} // namespace linewatch::http

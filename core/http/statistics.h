// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>
#include <map>

namespace linewatch::http {

/** What the server has done so far, at one moment. */
struct StatisticsSnapshot {
    int openConnections = 0;         ///< now being served
    quint64 connections = 0;         ///< ever taken in, those turned away not among them
    quint64 requests = 0;            ///< read whole and handed to the handler
    quint64 acceptErrors = 0;        ///< tries to accept that failed, for want of descriptors as a rule
    std::map<int, quint64> refusals; ///< by status, what the server refused before any handler saw it
};

/** The counters behind it. Every function may be called from any thread. */
class Statistics
{
public:
    void connectionOpened();
    void connectionClosed();
    void acceptFailed();
    void requestRead();
    /** @p status is 400 to 599. */
    void refused(int status);

    int openConnections() const { return m_openConnections; }
    StatisticsSnapshot snapshot() const;

private:
    static constexpr int firstStatus = 400;
    static constexpr int lastStatus = 599;

    std::atomic<int> m_openConnections = 0;
    std::atomic<quint64> m_connections = 0;
    std::atomic<quint64> m_requests = 0;
    std::atomic<quint64> m_acceptErrors = 0;
    std::array<std::atomic<quint64>, lastStatus - firstStatus + 1> m_refusals{};
};

} // namespace linewatch::http

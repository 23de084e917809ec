// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/wireevent.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace linewatch::test {

/** An event as a test knows it. */
struct KnownEvent {
    QString eventId;
    QString machineId;
    Micros time = 0;
    qint64 durationMs = 0;
    qint64 defects = 0; ///< -1: unknown
    QString line;       ///< empty: none stated
    QString factory;    ///< empty: none stated

    WireEvent wire() const;
    /** What its line is while no machine is assigned to one. */
    QString effectiveLine() const { return line.isEmpty() ? machineId : line; }
};

/**
 * The figures that the API must give, counted event by event in the plainest way: no sums kept, no buckets,
 * nothing of the product's code.
 */
class Recount
{
public:
    explicit Recount(QList<KnownEvent> events) : m_events(std::move(events)) { }

    /** What GET /stats answers. */
    QJsonObject stats(const QString &machineId, Micros start, Micros end) const;
    /** What GET /stats/top-defect-lines answers; every factory when @p factory is empty. */
    QJsonArray topDefectLines(Micros from, Micros to, int limit, const QString &factory = {}) const;

private:
    QList<KnownEvent> m_events;
};

} // namespace linewatch::test

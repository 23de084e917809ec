// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/backloggauge.h"

#include <QObject>
#include <QTimer>

namespace linewatch {

/** Tells, once a second at most, when the backlog has changed. Lives on a thread with an event loop. */
class BacklogWatch : public QObject
{
    Q_OBJECT

public:
    /** @p gauge must outlive it. */
    explicit BacklogWatch(const BacklogGauge &gauge);

signals:
    void backlogChanged(const linewatch::Backlog &backlog);

private:
    void look();

    const BacklogGauge &m_gauge;
    Backlog m_told;
    QTimer m_timer;
};

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/window/plantwindow.h"
#include "ui/models/place.h"

#include <QElapsedTimer>
#include <QEventLoop>

#include <optional>

namespace linewatch::bench {

/** How long it takes from going to a page until it was painted with figures of it. */
class FirstFigures : public QObject
{
    Q_OBJECT

public:
    explicit FirstFigures(PlantWindow &window);

    /**
     * Goes to @p place as a link does; seconds, or nothing where there were no figures within a minute. A
     * place without a window keeps the one that is shown; the Overview of another one is there when it shows
     * that. Runs the event loop.
     */
    std::optional<double> open(const ui::Place &place);

    /** Stays there; runs the event loop. */
    void stay(std::chrono::milliseconds time);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isThere() const;
    bool isOverviewThere() const;

    PlantWindow &m_window;
    ui::Place m_place;
    QElapsedTimer m_timer;
    QEventLoop m_loop;
    int m_visit = 0;
    std::optional<double> m_seconds; ///< of this visit
};

} // namespace linewatch::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/scrollingpage.h"

class QBoxLayout;

namespace linewatch::ui {

class FigureStrip;
class ThemeController;

/**
 * Where the parts of the Overview stand: key figures on top, machines beside the charts, or above them where
 * the text is too large for that. It scrolls as a whole where the window is too low.
 */
class OverviewBody : public ScrollingPage
{
    Q_OBJECT

public:
    /** @p figures, @p machines and the charts belong to this from now on. */
    OverviewBody(const ThemeController &themes, FigureStrip *figures, QWidget *machines, QWidget *pareto,
                 QWidget *trend, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    const ThemeController &m_themes;
    QWidget *m_machines;
    QWidget *m_pareto;
    QWidget *m_trend;
    QBoxLayout *m_halves;
};

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overviewbody.h"

#include "ui/theme/themecontroller.h"
#include "ui/widgets/card.h"
#include "ui/widgets/figurestrip.h"

#include <QResizeEvent>
#include <QVBoxLayout>

namespace linewatch::ui {

namespace {

constexpr int narrowestCharts = 500;
constexpr int narrowestHalves = 820; ///< machines and charts beside each other
constexpr int lowestMachines = 300;  ///< above the charts; beside them they are as high as those
constexpr int lowestChart = 230;     ///< the same

} // namespace

OverviewBody::OverviewBody(const ThemeController &themes, FigureStrip *figures, QWidget *machines,
                           QWidget *pareto, QWidget *trend, QWidget *parent)
    : ScrollingPage(parent)
    , m_themes(themes)
    , m_machines(machines)
    , m_pareto(pareto)
    , m_trend(trend)
    , m_halves(new QBoxLayout(QBoxLayout::LeftToRight))
{
    auto *charts = new QVBoxLayout;
    charts->setSpacing(CardGap);
    charts->addWidget(pareto, 1);
    charts->addWidget(trend, 1);
    m_halves->setSpacing(CardGap);
    m_halves->addWidget(machines, 3);
    m_halves->addLayout(charts, 2);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CardGap);
    layout->addWidget(figures);
    layout->addLayout(m_halves, 1);
    setContent(content);
    connect(&themes, &ThemeController::typeChanged, this, &OverviewBody::arrange);
    arrange();
}

void OverviewBody::resizeEvent(QResizeEvent *event)
{
    arrange();
    ScrollingPage::resizeEvent(event);
}

void OverviewBody::arrange()
{
    const bool beside = width() >= m_themes.scaledInt(narrowestHalves);
    m_halves->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_pareto->setMinimumWidth(beside ? m_themes.scaledInt(narrowestCharts) : 0);
    m_machines->setMinimumHeight(beside ? 0 : m_themes.scaledInt(lowestMachines));
    for (QWidget *chart : {m_pareto, m_trend})
        chart->setMinimumHeight(beside ? 0 : m_themes.scaledInt(lowestChart));
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/foldingsteps.h"

#include "ui/theme/themecontroller.h"

#include <QResizeEvent>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

namespace linewatch::ui {

namespace {

constexpr int narrowestUnfolded = 960; // pixels at the usual size of text

} // namespace

FoldingSteps::FoldingSteps(const ThemeController &themes, const std::array<Step, Count> &steps,
                           QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_steps(steps)
    , m_tabs(new QTabBar(this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_left(new QWidget(m_columns))
{
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setAccessibleName(tr("Steps"));
    auto *left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->addWidget(m_steps[0].widget);
    left->addWidget(m_steps[1].widget, 1);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(12);
    m_columns->addWidget(m_steps[2].widget);
    m_columns->setStretchFactor(0, 1);
    m_columns->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_columns, 1);
    for (const Step &step : m_steps)
        m_tabs->addTab(step.name);
    connect(m_tabs, &QTabBar::currentChanged, this, &FoldingSteps::showSteps);
    connect(&m_themes, &ThemeController::typeChanged, this, &FoldingSteps::fold);
    showSteps();
}

int FoldingSteps::current() const
{
    return m_tabs->currentIndex();
}

void FoldingSteps::choose(int step)
{
    m_tabs->setCurrentIndex(step);
}

void FoldingSteps::setName(int step, const QString &name)
{
    m_tabs->setTabText(step, name);
}

void FoldingSteps::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

void FoldingSteps::fold()
{
    const bool isFolded = width() < m_themes.scaledInt(narrowestUnfolded);
    if (!isFolded && !std::exchange(m_isDivided, true))
        m_columns->setSizes({width() * 9 / 20, width() * 11 / 20});
    if (isFolded == m_isFolded)
        return;
    m_isFolded = isFolded;
    showSteps();
}

void FoldingSteps::showSteps()
{
    m_tabs->setVisible(m_isFolded);
    m_left->setVisible(!m_isFolded || current() < 2);
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        m_steps[i].widget->setVisible(!m_isFolded || current() == static_cast<int>(i));
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pageheader.h"

#include "ui/models/settlingtext.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/freshness.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/wraplayout.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace linewatch::ui {

namespace {

/** Without a snapshot for that long, something is wrong. */
constexpr std::chrono::seconds patience{5};

/** The segments that no number of minutes stands for. */
constexpr int todaySegment = 0;
constexpr int rangeSegment = 1;

} // namespace

PageHeader::PageHeader(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_provisional(new QLabel(this))
    , m_badge(new QToolButton(this))
    , m_windows(new SegmentedControl(themes, this))
    , m_freshness(new Freshness(themes, formats, patience, this))
    , m_export(new QPushButton(tr("Export…"), this))
{
    setFontRole(*m_title, "title");
    setFontRole(*m_provisional, "small");
    m_provisional->setProperty("tone", QStringLiteral("muted"));
    m_provisional->hide();
    setFontRole(*m_badge, "small");
    m_badge->setProperty("kind", QStringLiteral("badge"));
    m_badge->setPopupMode(QToolButton::InstantPopup);
    m_badge->setMenu(new QMenu(m_badge));
    m_badge->setFocusPolicy(Qt::StrongFocus);
    m_badge->hide();
    m_windows->setAccessibleName(tr("Shown window"));
    for (const std::chrono::minutes length : offeredWindows)
        m_windows->addSegment(static_cast<int>(length.count()), windowLabel(length), lastWords(length));
    m_windows->addSegment(todaySegment, tr("Today"), tr("Today, since midnight"));
    m_windows->addSegment(rangeSegment, tr("From – to…"), tr("From one time to another"));
    auto *layout = new WrapLayout(this);
    layout->setAlignment(Qt::AlignRight);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_badge);
    layout->addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding));
    layout->addWidget(m_provisional);
    layout->addWidget(m_windows);
    layout->addWidget(m_freshness);
    layout->addWidget(m_export);
    connect(m_export, &QPushButton::clicked, this, &PageHeader::exportRequested);
    connect(m_windows, &SegmentedControl::chosen, this, [this](int segment) {
        if (segment == todaySegment)
            emit todayChosen();
        else if (segment == rangeSegment)
            emit rangeWanted();
        else
            emit liveChosen(std::chrono::minutes{segment});
    });
    connect(m_windows, &SegmentedControl::chosenAgain, this, [this](int segment) {
        if (segment == rangeSegment)
            emit rangeWanted();
    });
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setOfTime(bool isOfTime)
{
    m_isOfTime = isOfTime;
    m_windows->setVisible(isOfTime);
    m_freshness->setVisible(isOfTime);
    m_export->setVisible(isOfTime);
    m_provisional->setVisible(isOfTime && !m_provisional->text().isEmpty());
}

void PageHeader::setBadge(const QString &badge, const QList<QAction *> &actions)
{
    m_badge->setText(badge + QStringLiteral("  \u25be"));
    m_badge->setAccessibleName(badge);
    m_badge->menu()->clear();
    m_badge->menu()->addActions(actions);
    m_badge->setVisible(!badge.isEmpty());
}

void PageHeader::setShownWindow(const ShownWindow &shown)
{
    switch (shown.kind) {
    case ShownWindow::Kind::Live:
        m_windows->choose(static_cast<int>(shown.live.count()));
        break;
    case ShownWindow::Kind::Today:
        m_windows->choose(todaySegment);
        break;
    case ShownWindow::Kind::Range:
        m_windows->choose(rangeSegment);
        break;
    }
}

void PageHeader::expect(const ShownWindow &shown)
{
    m_freshness->setShownWindow(shown);
}

void PageHeader::setSettling(Settling settling)
{
    const QString word = settlingWord(settling);
    const QString hint = settlingHint(settling);
    if (m_provisional->toolTip() == hint)
        return;
    m_provisional->setText(word);
    m_provisional->setToolTip(hint);
    m_provisional->setAccessibleDescription(hint);
    m_windows->setAccessibleDescription(hint);
    m_provisional->setVisible(m_isOfTime && !word.isEmpty());
    updateGeometry();
}

void PageHeader::noteUpdate(Instant takenAt)
{
    m_freshness->noteUpdate(takenAt);
}

} // namespace linewatch::ui

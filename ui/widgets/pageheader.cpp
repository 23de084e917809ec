// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pageheader.h"

#include "ui/models/shownwindow.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/freshness.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace linewatch::ui {

namespace {

/** Without a snapshot for that long, something is wrong. */
constexpr std::chrono::seconds patience{5};

} // namespace

PageHeader::PageHeader(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_windows(new SegmentedControl(themes, this))
    , m_freshness(new Freshness(themes, formats, patience, this))
{
    m_title->setFont(themes.type().title);
    m_windows->setAccessibleName(tr("Shown window"));
    for (const std::chrono::minutes length : offeredWindows)
        m_windows->addSegment(static_cast<int>(length.count()), windowLabel(length), lastWords(length));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addStretch(1);
    layout->addWidget(m_windows);
    layout->addWidget(m_freshness);
    auto *exportButton = new QPushButton(tr("Export…"), this);
    layout->addWidget(exportButton);
    connect(exportButton, &QPushButton::clicked, this, &PageHeader::exportRequested);
    connect(m_windows, &SegmentedControl::chosen, this,
            [this](int minutes) { emit windowChosen(std::chrono::minutes{minutes}); });
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setShownWindow(std::chrono::minutes length)
{
    m_windows->choose(static_cast<int>(length.count()));
}

void PageHeader::noteUpdate(Instant takenAt)
{
    m_freshness->noteUpdate(takenAt);
}

} // namespace linewatch::ui

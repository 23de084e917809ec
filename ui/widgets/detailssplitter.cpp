// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detailssplitter.h"

#include "ui/theme/themecontroller.h"

#include <QResizeEvent>

namespace linewatch::ui {

namespace {

constexpr int narrowestSideBySide = 900;

} // namespace

DetailsSplitter::DetailsSplitter(const ThemeController &themes, QWidget *list, QWidget *details,
                                 QWidget *parent)
    : QSplitter(parent)
    , m_themes(themes)
{
    setChildrenCollapsible(false);
    setHandleWidth(8);
    addWidget(list);
    addWidget(details);
    setStretchFactor(0, 3);
    setStretchFactor(1, 2);
}

void DetailsSplitter::resizeEvent(QResizeEvent *event)
{
    setOrientation(width() < m_themes.scaledInt(narrowestSideBySide) ? Qt::Vertical : Qt::Horizontal);
    QSplitter::resizeEvent(event);
}

} // namespace linewatch::ui

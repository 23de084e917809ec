// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detailssplitter.h"

#include "ui/theme/themecontroller.h"
#include "ui/widgets/scrollingpage.h"

#include <QHeaderView>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

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
    auto *scrolled = new ScrollingPage(this);
    scrolled->setContent(details);
    addWidget(list);
    addWidget(scrolled);
    setStretchFactor(0, 3);
    setStretchFactor(1, 2);
}

/** Below each other, where little height is left, a few rows can be read before the details. */
void DetailsSplitter::keepRows()
{
    const auto *table = qobject_cast<const QTableView *>(widget(0));
    if (!table)
        return;
    constexpr int rowsKept = 3;
    const int rows = table->horizontalHeader()->sizeHint().height()
        + rowsKept * table->verticalHeader()->defaultSectionSize()
        + table->horizontalScrollBar()->sizeHint().height();
    widget(0)->setMinimumHeight(orientation() == Qt::Vertical ? std::min(rows, 2 * height() / 3) : 0);
}

void DetailsSplitter::resizeEvent(QResizeEvent *event)
{
    setOrientation(width() < m_themes.scaledInt(narrowestSideBySide) ? Qt::Vertical : Qt::Horizontal);
    keepRows();
    QSplitter::resizeEvent(event);
}

} // namespace linewatch::ui

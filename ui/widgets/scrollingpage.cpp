// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrollingpage.h"

namespace linewatch::ui {

ScrollingPage::ScrollingPage(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // it follows the focus of what is in it
}

void ScrollingPage::setContent(QWidget *content)
{
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
}

} // namespace linewatch::ui

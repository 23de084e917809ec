// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace linewatch::ui {

/** What is in it fills it, and can be scrolled to where the window is too low for it. */
class ScrollingPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrollingPage(QWidget *parent = nullptr);

    /** @p content belongs to this from now on. */
    void setContent(QWidget *content);
};

} // namespace linewatch::ui

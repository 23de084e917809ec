// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/seenwatch.h"

#include <QEvent>
#include <QWidget>

namespace linewatch::ui {

SeenWatch::SeenWatch(QWidget &window) : QObject(&window), m_window(window)
{
    window.installEventFilter(this);
}

bool SeenWatch::eventFilter(QObject *watched, QEvent *event)
{
    const bool isStateChange = event->type() == QEvent::WindowStateChange;
    if (isStateChange)
        emit fullScreenChanged(m_window.isFullScreen());
    if (isStateChange || event->type() == QEvent::Show || event->type() == QEvent::Hide)
        emit seen(m_window.isVisible() && !m_window.isMinimized());
    return QObject::eventFilter(watched, event);
}

} // namespace linewatch::ui

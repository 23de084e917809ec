// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace linewatch::ui {

/** Tells whether a window can be seen, and how large it was made. GUI thread only. */
class SeenWatch : public QObject
{
    Q_OBJECT

public:
    /** @p window is the parent. */
    explicit SeenWatch(QWidget &window);

signals:
    /** It was shown, hidden, minimized or restored; it may be as before. */
    void seen(bool isSeen);
    void fullScreenChanged(bool isFullScreen);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_window;
};

} // namespace linewatch::ui

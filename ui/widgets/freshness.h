// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/formats.h"
#include "ui/models/shownwindow.h"

#include <QTimer>
#include <QWidget>

namespace linewatch::ui {

class ThemeController;

/**
 * Says how fresh the screen is: that it is live, of today, or which time it shows; when the shown data was
 * taken; that it is being read; and visibly when no more data comes. What is over does not grow stale.
 */
class Freshness : public QWidget
{
    Q_OBJECT

public:
    /** @p patience: how long nothing live may come before that is said. */
    Freshness(const ThemeController &themes, const Formats &formats, std::chrono::milliseconds patience,
              QWidget *parent = nullptr);

    /** Until the next noteUpdate() what is read from the store is called so. */
    void setShownWindow(const ShownWindow &shown);
    void noteUpdate(Instant takenAt);
    bool isStale() const { return m_stale; }
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setStale(bool stale);
    QString freshText(Instant takenAt) const;
    bool isOver(Instant takenAt) const;

    const ThemeController &m_themes;
    const Formats m_formats;
    const std::chrono::milliseconds m_livePatience;
    QTimer m_patience;
    ShownWindow m_shown;
    bool m_isReading = false;
    std::optional<Instant> m_takenAt;
    bool m_stale = false;
    QSize m_wanted; ///< what sizeHint() was when the window was last told of it
};

} // namespace linewatch::ui

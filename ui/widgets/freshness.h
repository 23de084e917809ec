// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/formats.h"

#include <QTimer>
#include <QWidget>

namespace linewatch::ui {

class ThemeController;

/** Says how fresh the screen is: when the shown data was taken, and visibly when no more data comes. */
class Freshness : public QWidget
{
    Q_OBJECT

public:
    /** @p patience: how long nothing may come before that is said. */
    Freshness(const ThemeController &themes, const Formats &formats, std::chrono::milliseconds patience,
              QWidget *parent = nullptr);

    void noteUpdate(Instant takenAt);
    bool isStale() const { return m_stale; }
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setStale(bool stale);

    const ThemeController &m_themes;
    const Formats m_formats;
    QTimer m_patience;
    std::optional<Instant> m_takenAt;
    bool m_stale = false;
};

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace linewatch::ui {

class ThemeController;

/** Which line of a comparison is which: a piece of each line with its name. */
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(const ThemeController &themes, QWidget *parent = nullptr);

    void setNames(const QString &shown, const QString &other);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeController &m_themes;
    QString m_shown;
    QString m_other;
};

/** How the two lines of a comparison are drawn. */
QPen shownPen(const ThemeController &themes);
QPen otherPen(const ThemeController &themes);

} // namespace linewatch::ui

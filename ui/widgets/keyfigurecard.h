// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/keyfigures.h"

#include <QWidget>

namespace linewatch::ui {

class ThemeController;

/** One key figure on its card. Its height does not depend on its text, so that nothing jumps. */
class KeyFigureCard : public QWidget
{
    Q_OBJECT

public:
    explicit KeyFigureCard(const ThemeController &themes, QWidget *parent = nullptr);

    void setFigure(const Figure &figure);
    /** Shows the proportion of the states as a bar below the figure. */
    void setStates(const StateCounts &states);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintValue(QPainter &painter, double baseline) const;

    const ThemeController &m_themes;
    Figure m_figure;
    std::optional<StateCounts> m_states;
};

} // namespace linewatch::ui

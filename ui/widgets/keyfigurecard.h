// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/keyfigures.h"

#include <QAbstractButton>

namespace linewatch::ui {

class ThemeController;

/**
 * One key figure on its card. Its height does not depend on its text, so that nothing jumps. Where the figure
 * can be explained, the card is a button: a click, Enter or Space asks how it came about.
 */
class KeyFigureCard : public QAbstractButton
{
    Q_OBJECT

public:
    explicit KeyFigureCard(const ThemeController &themes, QWidget *parent = nullptr);

    void setFigure(const Figure &figure);
    /** Shows the proportion of the states as a bar below the figure. */
    void setStates(const StateCounts &states);
    /** Whether somebody answers explainRequested(); not so at first. */
    void setExplainable(bool explainable);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void explainRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintValue(QPainter &painter, double baseline) const;
    void paintRing(QPainter &painter) const;
    void updateToolTip();

    const ThemeController &m_themes;
    Figure m_figure;
    std::optional<StateCounts> m_states;
    bool m_explainable = false;
};

} // namespace linewatch::ui

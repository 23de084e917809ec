// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace linewatch::ui {

/**
 * Cards side by side; where that is too narrow for them, in as few rows as can hold them, as alike as can be.
 * All have one height, that of the highest.
 */
class FigureStrip : public QWidget
{
    Q_OBJECT

public:
    explicit FigureStrip(int gap, QWidget *parent = nullptr);

    /** A row is shared out by @p weight. */
    void addCard(QWidget *card, int weight);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Place {
        QWidget *card;
        int weight;
    };

    QSize narrowestCard() const;
    int cardsInRow(int width) const;
    void arrange();
    void arrangeRow(std::size_t first, std::size_t end, int top);

    const int m_gap;
    std::vector<Place> m_cards;
};

} // namespace linewatch::ui

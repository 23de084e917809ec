// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figurestrip.h"

#include <QEvent>
#include <QResizeEvent>

#include <algorithm>

namespace linewatch::ui {

FigureStrip::FigureStrip(int gap, QWidget *parent) : QWidget(parent), m_gap(gap)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FigureStrip::addCard(QWidget *card, int weight)
{
    card->setParent(this);
    m_cards.push_back({card, weight});
    updateGeometry();
}

QSize FigureStrip::narrowestCard() const
{
    QSize size;
    for (const Place &place : m_cards)
        size = size.expandedTo(place.card->minimumSizeHint());
    return size;
}

int FigureStrip::cardsInRow(int width) const
{
    const auto all = static_cast<int>(m_cards.size());
    const int most = std::clamp((width + m_gap) / (narrowestCard().width() + m_gap), 1, std::max(1, all));
    const int rows = (all + most - 1) / most;
    return rows > 0 ? (all + rows - 1) / rows : 1;
}

QSize FigureStrip::sizeHint() const
{
    const auto all = static_cast<int>(m_cards.size());
    return {all * (narrowestCard().width() + m_gap) - m_gap, narrowestCard().height()};
}

QSize FigureStrip::minimumSizeHint() const
{
    return narrowestCard();
}

int FigureStrip::heightForWidth(int width) const
{
    const int inRow = cardsInRow(width);
    const int rows = (static_cast<int>(m_cards.size()) + inRow - 1) / inRow;
    return rows * (narrowestCard().height() + m_gap) - m_gap;
}

bool FigureStrip::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) { // a card wants another size
        updateGeometry();
        arrange();
    }
    return QWidget::event(event);
}

void FigureStrip::resizeEvent(QResizeEvent * /*event*/)
{
    arrange();
}

void FigureStrip::arrange()
{
    const auto inRow = static_cast<std::size_t>(cardsInRow(width()));
    int top = 0;
    for (std::size_t first = 0; first < m_cards.size(); first += inRow) {
        arrangeRow(first, std::min(first + inRow, m_cards.size()), top);
        top += narrowestCard().height() + m_gap;
    }
}

void FigureStrip::arrangeRow(std::size_t first, std::size_t end, int top)
{
    int weights = 0;
    for (std::size_t i = first; i < end; ++i)
        weights += m_cards[i].weight;
    int left = 0;
    int room = width() - (static_cast<int>(end - first) - 1) * m_gap;
    const int height = narrowestCard().height();
    for (std::size_t i = first; i < end; ++i) {
        const auto &[card, weight] = m_cards[i];
        const int share = room * weight / weights;
        card->setGeometry(left, top, share, height);
        left += share + m_gap;
        room -= share;
        weights -= weight;
    }
}

} // namespace linewatch::ui

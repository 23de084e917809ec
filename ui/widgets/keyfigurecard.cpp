// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyfigurecard.h"

#include "ui/theme/themecontroller.h"
#include "ui/widgets/card.h"
#include "ui/widgets/partspainter.h"
#include "ui/widgets/statebar.h"

#include <QPaintEvent>
#include <QPainter>

namespace linewatch::ui {

namespace {

constexpr double padding = 14;
constexpr double labelBaseline = 25;
constexpr double valueBaseline = 56;
constexpr double belowValue = 10;
constexpr double barHeight = 8;
constexpr double aboveBar = 4;
constexpr double belowBar = 5;
constexpr double barSpace = aboveBar + barHeight + belowBar;
constexpr int noteLines = 2;
constexpr int narrowest = 150;

} // namespace

KeyFigureCard::KeyFigureCard(const ThemeController &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void KeyFigureCard::setFigure(const Figure &figure)
{
    if (figure == m_figure)
        return;
    m_figure = figure;
    setAccessibleName(figure.label);
    setAccessibleDescription(figure.spoken());
    setToolTip(plainText(figure.note));
    update();
}

void KeyFigureCard::setStates(const StateCounts &states)
{
    if (m_states == states)
        return;
    const bool isFirst = !m_states.has_value();
    m_states = states;
    if (isFirst) // makes room for the bar
        updateGeometry();
    update();
}

QSize KeyFigureCard::sizeHint() const
{
    const QFontMetricsF small(m_themes.type().small);
    const double aboveNote = m_themes.scaled(valueBaseline + belowValue + (m_states ? barSpace : 0));
    const double belowNote = m_states ? 2 : padding * 0.7; // the bar takes of it
    return {m_themes.scaledInt(180), qRound(aboveNote + noteLines * small.height() + belowNote)};
}

QSize KeyFigureCard::minimumSizeHint() const
{
    return {m_themes.scaledInt(narrowest), sizeHint().height()};
}

void KeyFigureCard::paintEvent(QPaintEvent * /*event*/)
{
    paintCardGround(*this, m_themes);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_themes.type().small);
    painter.setPen(m_themes.theme().muted);
    painter.drawText(QPointF(padding, m_themes.scaled(labelBaseline)), m_figure.label);
    paintValue(painter, m_themes.scaled(valueBaseline));

    double top = m_themes.scaled(valueBaseline + belowValue);
    if (m_states) {
        const QRectF bar(padding, top + m_themes.scaled(aboveBar), width() - 2 * padding,
                         m_themes.scaled(barHeight));
        paintStateBar(painter, bar, *m_states, m_themes.theme());
        top = bar.bottom() + m_themes.scaled(belowBar);
    }
    const QRectF note(padding, top, width() - 2 * padding, height() - top);
    paintParts(painter, note, m_figure.note, m_themes.theme(), m_themes.type().small);
}

void KeyFigureCard::paintValue(QPainter &painter, double baseline) const
{
    constexpr double unitGap = 5;
    painter.setFont(m_themes.type().figure);
    painter.setPen(m_themes.theme().text);
    painter.drawText(QPointF(padding, baseline), m_figure.value);
    const double unitLeft =
        padding + QFontMetricsF(m_themes.type().figure).horizontalAdvance(m_figure.value) + unitGap;
    painter.setFont(m_themes.type().small);
    painter.setPen(m_themes.theme().muted);
    painter.drawText(QPointF(unitLeft, baseline), m_figure.unit);
}

} // namespace linewatch::ui

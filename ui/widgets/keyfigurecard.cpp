// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyfigurecard.h"

#include "ui/theme/themecontroller.h"
#include "ui/widgets/card.h"
#include "ui/widgets/partspainter.h"
#include "ui/widgets/statebar.h"

#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QPen>

namespace linewatch::ui {

namespace {

constexpr double figurePadding = 14;
constexpr double labelBaseline = 25;
constexpr double valueBaseline = 56;
constexpr double belowValue = 10;
constexpr double barHeight = 8;
constexpr double aboveBar = 4;
constexpr double belowBar = 5;
constexpr double barSpace = aboveBar + barHeight + belowBar;
constexpr int noteLines = 2;
constexpr int narrowestFigure = 150;

} // namespace

KeyFigureCard::KeyFigureCard(const ThemeController &themes, QWidget *parent)
    : QAbstractButton(parent)
    , m_themes(themes)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_explainable)
            emit explainRequested();
    });
}

void KeyFigureCard::setExplainable(bool explainable)
{
    m_explainable = explainable;
    setFocusPolicy(explainable ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(explainable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    updateToolTip();
    update();
}

void KeyFigureCard::updateToolTip()
{
    QString text = plainText(m_figure.note);
    if (m_explainable)
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + tr("Click: how this figure came about");
    setToolTip(text);
}

void KeyFigureCard::setFigure(const Figure &figure)
{
    if (figure == m_figure)
        return;
    m_figure = figure;
    setAccessibleName(figure.label);
    setAccessibleDescription(figure.spoken());
    updateToolTip();
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
    const double belowNote = m_states ? 2 : figurePadding * 0.7; // the bar takes of it
    return {m_themes.scaledInt(180), qRound(aboveNote + noteLines * small.height() + belowNote)};
}

QSize KeyFigureCard::minimumSizeHint() const
{
    return {m_themes.scaledInt(narrowestFigure), sizeHint().height()};
}

void KeyFigureCard::paintEvent(QPaintEvent * /*event*/)
{
    paintCardGround(*this, m_themes);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_themes.type().small);
    painter.setPen(m_themes.theme().muted);
    painter.drawText(QPointF(figurePadding, m_themes.scaled(labelBaseline)), m_figure.label);
    paintValue(painter, m_themes.scaled(valueBaseline));

    double top = m_themes.scaled(valueBaseline + belowValue);
    if (m_states) {
        const QRectF bar(figurePadding, top + m_themes.scaled(aboveBar), width() - 2 * figurePadding,
                         m_themes.scaled(barHeight));
        paintStateBar(painter, bar, *m_states, m_themes.theme());
        top = bar.bottom() + m_themes.scaled(belowBar);
    }
    const QRectF note(figurePadding, top, width() - 2 * figurePadding, height() - top);
    paintParts(painter, note, m_figure.note, m_themes.theme(), m_themes.type().small);
    paintRing(painter);
}

/** The focus, or that the pointer is on something that answers. */
void KeyFigureCard::paintRing(QPainter &painter) const
{
    const bool isPointedAt = m_explainable && underMouse();
    if (!hasFocus() && !isPointedAt)
        return;
    constexpr double radius = 8;
    const Theme &theme = m_themes.theme();
    painter.setPen(hasFocus() ? QPen(theme.accent, 2) : QPen(theme.muted, 1));
    painter.setBrush(Qt::NoBrush);
    const double inset = hasFocus() ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
}

void KeyFigureCard::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && m_explainable)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void KeyFigureCard::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void KeyFigureCard::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void KeyFigureCard::paintValue(QPainter &painter, double baseline) const
{
    constexpr double unitGap = 5;
    painter.setFont(m_themes.type().figure);
    painter.setPen(m_themes.theme().text);
    painter.drawText(QPointF(figurePadding, baseline), m_figure.value);
    const double unitLeft =
        figurePadding + QFontMetricsF(m_themes.type().figure).horizontalAdvance(m_figure.value) + unitGap;
    painter.setFont(m_themes.type().small);
    painter.setPen(m_themes.theme().muted);
    painter.drawText(QPointF(unitLeft, baseline), m_figure.unit);
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/themecontroller.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace linewatch::ui {

namespace {

constexpr int cardPadding = 15;
constexpr int titleBaseline = 25;
constexpr int titleHeight = 35;
constexpr int belowNote = 8;
constexpr int bottomMargin = 12;
constexpr int noteGap = 12;

} // namespace

Card::Card(const ThemeController &themes, const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_title(title)
{
    setAccessibleName(title);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(content);
    arrange();
}

void Card::setNote(const QString &note)
{
    if (note == m_note)
        return;
    m_note = note;
    setAccessibleDescription(note);
    arrange();
    update();
}

void Card::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void Card::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

/** The note stands beside the title where there is room, else below it. */
void Card::arrange()
{
    const int title = QFontMetrics(m_themes.type().heading).horizontalAdvance(m_title);
    const QFontMetrics metrics(m_themes.type().small);
    const int room = width() - 2 * cardPadding;
    const int top = m_title.isEmpty() && m_note.isEmpty() ? bottomMargin : m_themes.scaledInt(titleHeight);
    const bool beside = title + noteGap + metrics.horizontalAdvance(m_note) <= room;
    const QRect below(cardPadding, top, std::max(1, room), QWIDGETSIZE_MAX);
    m_noteRect = beside ? QRect() : metrics.boundingRect(below, Qt::TextWordWrap, m_note);
    const int above = m_noteRect.isNull() ? top : m_noteRect.bottom() + belowNote;
    layout()->setContentsMargins(cardPadding, above, cardPadding, bottomMargin);
}

void Card::paintEvent(QPaintEvent * /*event*/)
{
    paintCardGround(*this, m_themes);
    QPainter painter(this);
    painter.setFont(m_themes.type().heading);
    painter.setPen(m_themes.theme().text);
    const int baseline = m_themes.scaledInt(titleBaseline);
    painter.drawText(QPoint(cardPadding, baseline), m_title);

    painter.setFont(m_themes.type().small);
    painter.setPen(m_themes.theme().muted);
    const int noteWidth = painter.fontMetrics().horizontalAdvance(m_note);
    if (m_noteRect.isNull())
        painter.drawText(QPoint(width() - cardPadding - noteWidth, baseline), m_note);
    else
        painter.drawText(m_noteRect, Qt::TextWordWrap, m_note);
}

void paintCardGround(QWidget &widget, const ThemeController &themes)
{
    constexpr double radius = 8;
    QPainter painter(&widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(themes.theme().line);
    painter.setBrush(themes.theme().surface);
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace linewatch::ui

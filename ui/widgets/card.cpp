// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/themecontroller.h"

#include <QPainter>
#include <QVBoxLayout>

namespace linewatch::ui {

namespace {

constexpr int padding = 15;
constexpr int titleBaseline = 25;
constexpr int titleHeight = 35;
constexpr int noteGap = 12;

} // namespace

Card::Card(const ThemeController &themes, const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_title(title)
{
    setAccessibleName(title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(padding, titleHeight, padding, 12);
    layout->addWidget(content);
}

void Card::setNote(const QString &note)
{
    if (note == m_note)
        return;
    m_note = note;
    setAccessibleDescription(note);
    update(0, 0, width(), titleHeight);
}

void Card::paintEvent(QPaintEvent * /*event*/)
{
    paintCardGround(*this, m_themes);
    QPainter painter(this);
    painter.setFont(m_themes.type().heading);
    painter.setPen(m_themes.theme().text);
    painter.drawText(QPoint(padding, titleBaseline), m_title);

    const int noteLeft = padding + painter.fontMetrics().horizontalAdvance(m_title) + noteGap;
    const QFontMetrics metrics(m_themes.type().small);
    const QString note = metrics.elidedText(m_note, Qt::ElideRight, width() - padding - noteLeft);
    painter.setFont(m_themes.type().small);
    painter.setPen(m_themes.theme().muted);
    painter.drawText(QPoint(width() - padding - metrics.horizontalAdvance(note), titleBaseline), note);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/themecontroller.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace linewatch::ui {

Card::Card(const ThemeController &themes, const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_title(new QLabel(title, this))
    , m_note(new QLabel(this))
{
    m_title->setFont(themes.type().heading);
    m_note->setFont(themes.type().small);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_note->setMinimumWidth(1);

    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_note, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(15, 10, 15, 12);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(content, 1);

    connect(&themes, &ThemeController::themeChanged, this, &Card::restyle);
    restyle();
}

void Card::setNote(const QString &note)
{
    if (note != m_note->text())
        m_note->setText(note);
}

void Card::restyle()
{
    QPalette muted = m_note->palette();
    muted.setColor(QPalette::WindowText, m_themes.theme().muted);
    m_note->setPalette(muted);
}

void Card::paintEvent(QPaintEvent * /*event*/)
{
    paintCardGround(*this, m_themes);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textdelegate.h"

#include "ui/theme/themecontroller.h"

#include <QPainter>

namespace linewatch::ui {

namespace {

constexpr int besideText = 8; // as in the headers

} // namespace

TextDelegate::TextDelegate(const ThemeController &themes, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_themes(themes)
{
}

void TextDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    paintText(*painter, paintGround(*painter, option), index, m_themes.theme().text);
}

QRect TextDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, m_themes.theme().grid);
    return option.rect.adjusted(besideText, 0, -besideText, 0);
}

void TextDelegate::paintText(QPainter &painter, const QRect &inside, const QModelIndex &index,
                             const QColor &colour) const
{
    const QString text = index.data().toString();
    if (text.isEmpty() || inside.width() <= 0)
        return;
    painter.setFont(m_themes.type().body);
    painter.setPen(colour);
    painter.drawText(inside, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
}

} // namespace linewatch::ui

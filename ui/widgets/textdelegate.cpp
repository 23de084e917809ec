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
    const Theme &theme = m_themes.theme();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.grid);
    const QRect inside = option.rect.adjusted(besideText, 0, -besideText, 0);
    const QString text = index.data().toString();
    if (text.isEmpty() || inside.width() <= 0)
        return;
    painter->setFont(m_themes.type().body);
    painter->setPen(theme.text);
    painter->drawText(inside, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
}

} // namespace linewatch::ui

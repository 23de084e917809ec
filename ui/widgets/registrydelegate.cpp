// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/registrydelegate.h"

#include "ui/models/registrytablemodel.h"
#include "ui/theme/themecontroller.h"

#include <QPainter>
#include <QPen>

namespace linewatch::ui {

namespace {

constexpr int gapBeside = 8;      // as in the headers
constexpr double dotShare = 0.48; ///< of the ring

/** A dot in a ring, which is a shape that no state of a machine has. */
void paintSign(QPainter &painter, const QRect &where, const QColor &colour)
{
    const QPointF middle = QRectF(where).center();
    const double radius = where.width() / 2.0 - 1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(middle, radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(middle, radius * dotShare, radius * dotShare);
    painter.restore();
}

} // namespace

RegistryDelegate::RegistryDelegate(const ThemeController &themes, QObject *parent)
    : TextDelegate(themes, parent)
    , m_colours(themes)
{
}

void RegistryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const bool isNew = index.data(RegistryTableModel::NewRole).toBool();
    if (!isNew && !index.data(RegistryTableModel::StandardRole).toBool()) {
        TextDelegate::paint(painter, option, index);
        return;
    }
    const Theme &theme = m_colours.theme();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.grid);
    QRect inside = option.rect.adjusted(gapBeside, 0, -gapBeside, 0);
    const QColor colour = isNew ? theme.accent : theme.muted;
    painter->setFont(m_colours.type().body);
    if (isNew) {
        const int side = painter->fontMetrics().ascent();
        paintSign(*painter, QRect(inside.left(), inside.center().y() - side / 2, side, side), colour);
        inside.setLeft(inside.left() + side + gapBeside / 2);
    }
    painter->setPen(colour);
    painter->drawText(
        inside, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, inside.width()));
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/registrydelegate.h"

#include "ui/models/registrytablemodel.h"
#include "ui/theme/themecontroller.h"

#include <QPainter>
#include <QPen>

namespace linewatch::ui {

namespace {

constexpr int besideSign = 4;
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

void RegistryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Theme &theme = themes().theme();
    QRect inside = paintGround(*painter, option);
    if (index.data(RegistryTableModel::NewRole).toBool()) {
        const int side = QFontMetrics(themes().type().body).ascent();
        paintSign(*painter, QRect(inside.left(), inside.center().y() - side / 2, side, side), theme.accent);
        inside.setLeft(inside.left() + side + besideSign);
        paintText(*painter, inside, index, theme.accent);
    } else {
        const bool isStandard = index.data(RegistryTableModel::StandardRole).toBool();
        paintText(*painter, inside, index, isStandard ? theme.muted : theme.text);
    }
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figuredelegate.h"

#include "ui/charts/gappedsparkline.h"
#include "ui/models/grouptablemodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/themecontroller.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPen>

namespace linewatch::ui {

namespace {

constexpr double cellPadding = 8;
constexpr double iconSide = 14;
constexpr double iconGap = 6;
constexpr int trendWidth = 130;
constexpr double trendMargin = 5;

bool isDash(const QString &text)
{
    return text == QString(dash);
}

} // namespace

FigureDelegate::FigureDelegate(const ThemeController &themes, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_themes(themes)
{
}

QSize FigureDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex &index) const
{
    const bool isStrong = index.column() == 0 || index.data(GroupTableModel::StateRole).isValid();
    const QFontMetrics metrics(isStrong ? m_themes.type().strong : m_themes.type().body);
    const int height = m_themes.scaledInt(16) + metrics.height();
    if (index.data(GroupTableModel::TrendRole).isValid())
        return {m_themes.scaledInt(trendWidth), height};
    double width = metrics.horizontalAdvance(index.data().toString()) + 2 * cellPadding;
    if (index.data(GroupTableModel::StateRole).isValid())
        width += m_themes.scaled(iconSide) + iconGap;
    return {qRound(width) + 1, height};
}

void FigureDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, index);
    const QRectF inside = QRectF(option.rect).adjusted(cellPadding, 0, -cellPadding, 0);
    const QVariant state = index.data(GroupTableModel::StateRole);
    const QVariant trend = index.data(GroupTableModel::TrendRole);
    if (trend.isValid()) {
        const auto values = trend.value<std::vector<std::optional<float>>>();
        paintSparkline(*painter, inside.adjusted(0, trendMargin, 0, -trendMargin), values,
                       m_themes.theme().normal);
    } else if (state.isValid()) {
        paintState(*painter, inside, index, state.toInt());
    } else {
        paintText(*painter, inside, index);
    }
    painter->restore();
}

/** The chosen row has a ground of its own, the cell that keys act on a frame. */
void FigureDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const Theme &theme = m_themes.theme();
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool isCurrent = view && view->hasFocus() && view->currentIndex() == index;
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, theme.grid);
    painter.setPen(theme.grid);
    const double bottom = option.rect.bottom() + 0.5;
    painter.drawLine(QPointF(option.rect.left(), bottom), QPointF(option.rect.right() + 1, bottom));
    if (!isCurrent)
        return;
    painter.setPen(QPen(theme.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 3, 3);
}

void FigureDelegate::paintState(QPainter &painter, const QRectF &where, const QModelIndex &index,
                                int state) const
{
    const auto shown = static_cast<MachineState>(state);
    const QColor colour = stateColour(m_themes.theme(), shown);
    const double side = m_themes.scaled(iconSide);
    paintIcon(painter, QRectF(where.left(), where.center().y() - side / 2, side, side), iconOf(shown),
              colour);
    const bool isUsual = shown == MachineState::Healthy;
    painter.setFont(isUsual ? m_themes.type().body : m_themes.type().strong);
    painter.setPen(isUsual ? m_themes.theme().muted : colour);
    const QRectF right = where.adjusted(side + iconGap, 0, 0, 0);
    const QString text = painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                          static_cast<int>(right.width()) + 1);
    painter.drawText(right, Qt::AlignLeft | Qt::AlignVCenter, text);
}

void FigureDelegate::paintText(QPainter &painter, const QRectF &where, const QModelIndex &index) const
{
    const bool isName = index.column() == 0;
    const QString text = index.data().toString();
    const Theme &theme = m_themes.theme();
    painter.setFont(isName ? m_themes.type().strong : m_themes.type().body);
    painter.setPen(isDash(text) ? theme.muted : theme.text);
    const QString fitting = painter.fontMetrics().elidedText(text, isName ? Qt::ElideMiddle : Qt::ElideRight,
                                                             static_cast<int>(where.width()) + 1);
    painter.drawText(where, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine, fitting);
}

} // namespace linewatch::ui

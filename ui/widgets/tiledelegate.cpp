// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tiledelegate.h"

#include "ui/charts/sparkline.h"
#include "ui/models/machinegridmodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/themecontroller.h"

#include <QPainter>
#include <QPen>
#include <QStyleOptionViewItem>

namespace linewatch::ui {

namespace {

constexpr int tilePadding = 10;
constexpr int nameBaseline = 19;
constexpr int rateBaseline = 42;
constexpr int detailBaseline = 57;
constexpr int tileHeight = 65;
constexpr int compactHeight = 31;
constexpr int compactBaseline = 20;
constexpr int narrowestTile = 190;
constexpr double tileRadius = 7;
constexpr double tileIcon = 13;
constexpr double tileIconGap = 4;

/** One tile while it is painted. */
struct TilePainting {
    QPainter &painter;
    const Theme &theme;
    const Type &type;
    const double scale; ///< of the text
    QRectF frame;
    const MachineSnapshot &machine;
    const MachineTile texts;

    double left() const { return frame.left() + tilePadding * scale; }
    double right() const { return frame.right() - tilePadding * scale; }
    QPointF at(double x, double baseline) const { return {x, frame.top() + baseline * scale}; }

    void ground(bool focused) const
    {
        QPen border(machine.state == MachineState::Warning || machine.state == MachineState::Silent
                        ? stateColour(theme, machine.state)
                        : theme.line);
        if (machine.state == MachineState::NoData)
            border.setStyle(Qt::DashLine);
        if (focused)
            border = QPen(theme.accent, 2);
        painter.setPen(border);
        painter.setBrush(stateGround(theme, machine.state));
        const double inset = border.widthF() / 2;
        painter.drawRoundedRect(frame.adjusted(inset, inset, -inset, -inset), tileRadius, tileRadius);
    }

    /** The state at the right edge; returns where it begins. */
    double state() const
    {
        QFont font = type.small;
        font.setBold(machine.state != MachineState::Healthy);
        const double textLeft = right() - QFontMetricsF(font).horizontalAdvance(texts.state);
        const QColor colour = stateColour(theme, machine.state);
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(at(textLeft, nameBaseline), texts.state);
        const double iconLeft = std::round(textLeft - (tileIconGap + tileIcon) * scale);
        paintIcon(painter,
                  QRectF(at(iconLeft, nameBaseline - tileIcon + 2), QSizeF(tileIcon, tileIcon) * scale),
                  iconOf(machine.state), colour);
        return iconLeft;
    }

    /** Cut in the middle: what tells machines apart often stands at the end. */
    void name(double end) const
    {
        painter.setFont(type.strong);
        painter.setPen(theme.text);
        const QString text = QFontMetricsF(type.strong)
                                 .elidedText(texts.name, Qt::ElideMiddle, end - tileIconGap * scale - left());
        painter.drawText(at(left(), nameBaseline), text);
    }

    void rate() const
    {
        painter.setFont(type.tileFigure);
        painter.setPen(theme.text);
        painter.drawText(at(left(), rateBaseline), texts.rate);
        const double width = QFontMetricsF(type.tileFigure).horizontalAdvance(texts.rate);
        painter.setFont(type.small);
        painter.setPen(theme.muted);
        constexpr double unitGap = 4;
        painter.drawText(at(left() + width + unitGap * scale, rateBaseline), texts.unit);
    }

    void detail() const
    {
        painter.setFont(type.tiny);
        painter.setPen(theme.muted);
        const QString text =
            QFontMetricsF(type.tiny).elidedText(texts.detail, Qt::ElideRight, right() - left());
        painter.drawText(at(left(), detailBaseline), text);
    }

    /** All in one row: the sign of the state, the name; at the right the rate, and the state unless healthy.
     */
    void compact() const
    {
        const QColor colour = stateColour(theme, machine.state);
        paintIcon(painter,
                  QRectF(at(left(), compactBaseline - tileIcon + 2), QSizeF(tileIcon, tileIcon) * scale),
                  iconOf(machine.state), colour);
        const double nameLeft = left() + (tileIcon + 2 * tileIconGap) * scale;
        const auto toTheLeft = [this](double end, const QString &text, const QFont &font, const QColor &pen) {
            const double start = end - QFontMetricsF(font).horizontalAdvance(text);
            painter.setFont(font);
            painter.setPen(pen);
            painter.drawText(at(start, compactBaseline), text);
            return start;
        };
        double end = right();
        if (machine.state != MachineState::NoData) {
            end = toTheLeft(end, texts.unit, type.small, theme.muted) - tileIconGap * scale / 2;
            end = toTheLeft(end, texts.rate, type.strong, theme.text) - 2 * tileIconGap * scale;
        }
        if (machine.state != MachineState::Healthy)
            end = toTheLeft(end, texts.state, type.small, colour) - 2 * tileIconGap * scale;
        painter.setFont(type.strong);
        painter.setPen(theme.text);
        painter.drawText(at(nameLeft, compactBaseline),
                         QFontMetricsF(type.strong).elidedText(texts.name, Qt::ElideMiddle, end - nameLeft));
    }

    void sparkline() const
    {
        if (machine.state == MachineState::NoData)
            return;
        constexpr double top = 25;
        constexpr double share = 0.48; // of the tile's width
        const double width = (right() - left()) * share;
        const QRectF where(right() - width, frame.top() + top * scale, width,
                           (rateBaseline - top + 3) * scale);
        paintSparkline(painter, where, machine.sparkline, stateColour(theme, machine.state));
    }
};

} // namespace

TileDelegate::TileDelegate(const MachineGridModel &model, const ThemeController &themes, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_model(model)
    , m_themes(themes)
{
}

void TileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const TilePainting tile{.painter = *painter,
                            .theme = m_themes.theme(),
                            .type = m_themes.type(),
                            .scale = m_themes.scaled(1),
                            .frame = QRectF(option.rect),
                            .machine = m_model.machine(index.row()),
                            .texts = m_model.tile(index.row())};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    tile.ground(option.state.testFlag(QStyle::State_HasFocus));
    if (m_density == TileDensity::Compact) {
        tile.compact();
    } else {
        tile.name(tile.state());
        tile.rate();
        tile.sparkline();
        tile.detail();
    }
    painter->restore();
}

QSize TileDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const
{
    return {m_themes.scaledInt(narrowestTile),
            m_themes.scaledInt(m_density == TileDensity::Compact ? compactHeight : tileHeight)};
}

} // namespace linewatch::ui

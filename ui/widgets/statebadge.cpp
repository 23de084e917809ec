// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statebadge.h"

#include "ui/models/machinetile.h"
#include "ui/theme/icons.h"
#include "ui/theme/themecontroller.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPen>

namespace linewatch::ui {

namespace {

constexpr int margin = 10;
constexpr int gap = 5;
constexpr int padding = 4;

} // namespace

StateBadge::StateBadge(const ThemeController &themes, QWidget *parent)
    : QAbstractButton(parent)
    , m_themes(themes)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(stateWord(m_state));
}

void StateBadge::setState(MachineState state)
{
    m_state = state;
    setAccessibleName(stateWord(state));
    updateGeometry();
    update();
}

QSize StateBadge::sizeHint() const
{
    const QFontMetrics metrics(m_themes.type().strong);
    const int icon = metrics.height();
    return {margin + icon + gap + metrics.horizontalAdvance(stateWord(m_state)) + margin,
            metrics.height() + 2 * m_themes.scaledInt(padding)};
}

void StateBadge::paintEvent(QPaintEvent * /*event*/)
{
    const Theme &theme = m_themes.theme();
    const QColor colour = stateColour(theme, m_state);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_state == MachineState::Healthy ? theme.line : colour, 1,
                        m_state == MachineState::NoData ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(stateGround(theme, m_state));
    constexpr double radius = 7;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);

    painter.setFont(m_themes.type().strong);
    const QFontMetrics metrics(m_themes.type().strong);
    const int icon = metrics.height();
    paintIcon(painter, QRectF(margin, (height() - icon) / 2, icon, icon), iconOf(m_state), colour);
    painter.setPen(colour);
    painter.drawText(rect().adjusted(margin + icon + gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     stateWord(m_state));
    if (hasFocus() || underMouse()) {
        painter.setPen(hasFocus() ? QPen(theme.accent, 2) : QPen(theme.muted, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
    }
}

void StateBadge::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void StateBadge::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void StateBadge::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace linewatch::ui

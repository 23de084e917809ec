// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartlegend.h"

#include "ui/theme/themecontroller.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPen>

namespace linewatch::ui {

namespace {

constexpr int swatch = 24;
constexpr int swatchGap = 6;
constexpr int entryGap = 20;
constexpr int leastName = 60;

} // namespace

QPen shownPen(const ThemeController &themes)
{
    return {themes.theme().accent, 1.75};
}

QPen otherPen(const ThemeController &themes)
{
    return {themes.theme().normal, 1.5, Qt::DashLine};
}

ChartLegend::ChartLegend(const ThemeController &themes, QWidget *parent) : QWidget(parent), m_themes(themes)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&themes, &ThemeController::typeChanged, this, &ChartLegend::updateGeometry);
}

void ChartLegend::setNames(const QString &shown, const QString &other)
{
    m_shown = shown;
    m_other = other;
    setAccessibleName(tr("%1 as a solid line, %2 as a dashed one").arg(shown, other));
    setToolTip(accessibleName());
    update();
}

QSize ChartLegend::sizeHint() const
{
    const QFontMetrics metrics(m_themes.type().small);
    const int names = metrics.horizontalAdvance(m_shown) + metrics.horizontalAdvance(m_other);
    return {2 * (swatch + swatchGap) + entryGap + names, metrics.height() + 2};
}

QSize ChartLegend::minimumSizeHint() const
{
    return {2 * (swatch + swatchGap + m_themes.scaledInt(leastName)) + entryGap, sizeHint().height()};
}

void ChartLegend::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_themes.type().small);
    const QFontMetrics metrics = painter.fontMetrics();
    const int room = (width() - 2 * (swatch + swatchGap) - entryGap) / 2;
    int left = 0;
    for (const auto &[pen, name] : {std::pair(shownPen(m_themes), m_shown), {otherPen(m_themes), m_other}}) {
        painter.setPen(pen);
        painter.drawLine(QPointF(left, height() / 2.0), QPointF(left + swatch, height() / 2.0));
        const bool fits = sizeHint().width() <= width();
        const QString text = fits ? name : metrics.elidedText(name, Qt::ElideMiddle, room);
        painter.setPen(m_themes.theme().text);
        left += swatch + swatchGap;
        painter.drawText(QRect(left, 0, metrics.horizontalAdvance(text) + 2, height()),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
        left += metrics.horizontalAdvance(text) + entryGap;
    }
}

} // namespace linewatch::ui

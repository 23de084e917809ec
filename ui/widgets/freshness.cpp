// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/freshness.h"

#include "ui/theme/icons.h"
#include "ui/theme/themecontroller.h"

#include <QPainter>

namespace linewatch::ui {

namespace {

constexpr int widgetHeight = 30;
constexpr double signSize = 14;
constexpr double signGap = 6;
constexpr double padding = 8;

QString liveText(const QString &time)
{
    return Freshness::tr("Live, updated %1").arg(time);
}

QString staleText(const QString &time)
{
    return Freshness::tr("No update since %1").arg(time);
}

} // namespace

Freshness::Freshness(const ThemeController &themes, const Formats &formats,
                     std::chrono::milliseconds patience, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_formats(formats)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text());
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { setStale(true); });
}

void Freshness::noteUpdate(Instant takenAt)
{
    m_takenAt = takenAt;
    m_patience.start();
    setStale(false);
}

QString Freshness::text() const
{
    if (!m_takenAt)
        return tr("Waiting for data");
    const QString time = m_formats.timeWithZone(*m_takenAt);
    return m_stale ? staleText(time) : liveText(time);
}

void Freshness::setStale(bool stale)
{
    m_stale = stale;
    setAccessibleName(text());
    update();
}

/** Wide enough for either text at any time of day, so that the controls beside it stay where they are. */
QSize Freshness::sizeHint() const
{
    const QString time = m_formats.timeWithZone(m_takenAt.value_or(Instant{}));
    const QFontMetricsF plain(m_themes.type().body);
    const QFontMetricsF strong(m_themes.type().strong);
    const double widest
        = std::max(plain.horizontalAdvance(liveText(time)), strong.horizontalAdvance(staleText(time)));
    return {qRound(padding + signSize + signGap + widest + padding), widgetHeight};
}

void Freshness::paintEvent(QPaintEvent * /*event*/)
{
    const Theme &theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont &font = m_stale ? m_themes.type().strong : m_themes.type().body;
    const double textLeft = width() - (m_stale ? padding : 0) - QFontMetricsF(font).horizontalAdvance(text());
    const QRectF sign(textLeft - signGap - signSize, (height() - signSize) / 2, signSize, signSize);
    if (m_stale) {
        painter.setPen(theme.critical);
        painter.setBrush(theme.criticalGround);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
        paintIcon(painter, sign, Icon::Critical, theme.critical);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.normal);
        constexpr double dotInset = 3;
        painter.drawEllipse(sign.adjusted(dotInset, dotInset, -dotInset, -dotInset));
    }
    painter.setFont(font);
    painter.setPen(m_stale ? theme.critical : theme.muted);
    painter.drawText(QRectF(rect()).adjusted(textLeft, 0, 0, 0), Qt::AlignVCenter, text());
}

} // namespace linewatch::ui

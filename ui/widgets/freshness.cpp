// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/freshness.h"

#include "ui/theme/icons.h"
#include "ui/theme/themecontroller.h"

#include <QPaintEvent>
#include <QPainter>

namespace linewatch::ui {

namespace {

constexpr int widgetHeight = 30;
constexpr double signSize = 14;
constexpr double signGap = 6;
constexpr double chipPadding = 8;

/** The store is read again at most that late, even when a reading takes long. */
constexpr std::chrono::minutes storePatience{3};

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
    , m_livePatience(patience)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text());
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { setStale(true); });
}

void Freshness::noteUpdate(Instant takenAt)
{
    m_takenAt = takenAt;
    m_isReading = false;
    if (isOver(takenAt))
        m_patience.stop();
    else
        m_patience.start(m_shown.kind == ShownWindow::Kind::Live ? m_livePatience : storePatience);
    setStale(false);
}

void Freshness::setShownWindow(const ShownWindow &shown)
{
    m_shown = shown;
    m_isReading = shown.kind != ShownWindow::Kind::Live;
    m_patience.stop();
    setStale(false);
}

bool Freshness::isOver(Instant takenAt) const
{
    return m_shown.kind == ShownWindow::Kind::Range && m_shown.range.end <= takenAt;
}

QString Freshness::freshText(Instant takenAt) const
{
    const QString time = m_formats.timeWithZone(takenAt);
    switch (m_shown.kind) {
    case ShownWindow::Kind::Today:
        return tr("Today, updated %1").arg(time);
    case ShownWindow::Kind::Range: {
        const QString span = m_formats.span(m_shown.range);
        return isOver(takenAt) ? tr("%1 %2").arg(span, m_formats.zoneName(m_shown.range.end))
                               : tr("%1, updated %2").arg(span, time);
    }
    case ShownWindow::Kind::Live:
        break;
    }
    return tr("Live, updated %1").arg(time);
}

QString Freshness::text() const
{
    if (m_isReading)
        return tr("Reading from the store…");
    if (!m_takenAt)
        return tr("Waiting for data");
    return m_stale ? staleText(m_formats.timeWithZone(*m_takenAt)) : freshText(*m_takenAt);
}

/** What stays as it was costs nothing: a new size would have the whole window laid out anew. */
void Freshness::setStale(bool stale)
{
    m_stale = stale;
    if (text() == accessibleName())
        return;
    setAccessibleName(text());
    update();
    if (const QSize wanted = sizeHint(); wanted != m_wanted) {
        m_wanted = wanted;
        updateGeometry();
    }
}

/** Wide enough for either text at any time of day, so that the controls beside it stay where they are. */
QSize Freshness::sizeHint() const
{
    const Instant takenAt = m_takenAt.value_or(Instant{});
    const QString time = m_formats.timeWithZone(takenAt);
    const QFontMetricsF plain(m_themes.type().body);
    const QFontMetricsF strong(m_themes.type().strong);
    const double widest =
        std::max(plain.horizontalAdvance(freshText(takenAt)), strong.horizontalAdvance(staleText(time)));
    return {qRound(chipPadding + m_themes.scaled(signSize) + signGap + widest + chipPadding),
            m_themes.scaledInt(widgetHeight)};
}

void Freshness::paintEvent(QPaintEvent * /*event*/)
{
    const Theme &theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont &font = m_stale ? m_themes.type().strong : m_themes.type().body;
    const double textLeft =
        width() - (m_stale ? chipPadding : 0) - QFontMetricsF(font).horizontalAdvance(text());
    const double side = m_themes.scaled(signSize);
    const QRectF sign(textLeft - signGap - side, (height() - side) / 2, side, side);
    if (m_stale) {
        painter.setPen(theme.critical);
        painter.setBrush(theme.criticalGround);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
        paintIcon(painter, sign, Icon::Critical, theme.critical);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.normal);
        const double dotInset = m_themes.scaled(3);
        painter.drawEllipse(sign.adjusted(dotInset, dotInset, -dotInset, -dotInset));
    }
    painter.setFont(font);
    painter.setPen(m_stale ? theme.critical : theme.muted);
    painter.drawText(QRectF(rect()).adjusted(textLeft, 0, 0, 0), Qt::AlignVCenter, text());
}

} // namespace linewatch::ui

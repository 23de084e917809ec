// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statusline.h"

#include "ui/theme/themecontroller.h"
#include "ui/widgets/partspainter.h"

#include <QPaintEvent>
#include <QPainter>

#include <cmath>

namespace linewatch::ui {

namespace {

constexpr int lineHeight = 26;
constexpr double statusPadding = 12;
constexpr double factGap = 24;

} // namespace

StatusLine::StatusLine(const ThemeController &themes, QWidget *parent) : QWidget(parent), m_themes(themes)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Status"));
}

void StatusLine::setFacts(std::vector<TextParts> facts)
{
    if (facts == m_facts)
        return;
    m_facts = std::move(facts);
    QStringList texts;
    for (const TextParts &fact : m_facts)
        texts << plainText(fact);
    setAccessibleDescription(texts.join(QStringLiteral(", ")));
    setToolTip(texts.join(QLatin1Char('\n')));
    if (heightForWidth(width()) != height()) // or the whole window would be laid out anew at each figure
        updateGeometry();
    update();
}

QSize StatusLine::sizeHint() const
{
    return {400, rowHeight()};
}

int StatusLine::rowHeight() const
{
    return m_themes.scaledInt(lineHeight);
}

int StatusLine::heightForWidth(int width) const
{
    const std::vector<QRectF> facts = places(width);
    return facts.empty() ? rowHeight() : qRound(facts.back().bottom());
}

std::vector<QRectF> StatusLine::places(double width) const
{
    std::vector<QRectF> result;
    double left = statusPadding;
    double top = 0;
    for (const TextParts &fact : m_facts) {
        const double needed = widthOf(fact);
        if (left > statusPadding && left + needed > width - statusPadding) {
            left = statusPadding;
            top += rowHeight();
        }
        result.emplace_back(left, top, needed, rowHeight());
        left += needed + factGap;
    }
    return result;
}

double StatusLine::widthOf(const TextParts &fact) const
{
    QFont font = m_themes.type().small;
    double width = 0;
    for (const TextPart &part : fact) {
        font.setBold(part.strong);
        width += QFontMetricsF(font).horizontalAdvance(part.text);
    }
    return std::ceil(width) + 1;
}

void StatusLine::paintEvent(QPaintEvent * /*event*/)
{
    const Theme &theme = m_themes.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.rail);
    painter.setPen(theme.line);
    painter.drawLine(0, 0, width(), 0);
    const double textHeight = QFontMetricsF(m_themes.type().small).height();
    const std::vector<QRectF> where = places(width());
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        const QPointF topLeft(where[i].left(), where[i].center().y() - textHeight / 2);
        paintParts(painter, {topLeft, QSizeF(where[i].width(), textHeight)}, m_facts[i], theme,
                   m_themes.type().small);
    }
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statusline.h"

#include "ui/theme/themecontroller.h"
#include "ui/widgets/partspainter.h"

#include <QPainter>

#include <cmath>

namespace linewatch::ui {

namespace {

constexpr int lineHeight = 26;
constexpr double padding = 12;
constexpr double factGap = 24;

} // namespace

StatusLine::StatusLine(const ThemeController &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
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
    update();
}

QSize StatusLine::sizeHint() const
{
    return {400, lineHeight};
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
    double left = padding;
    for (const TextParts &fact : m_facts) {
        const double needed = widthOf(fact);
        if (left + needed > width() - padding)
            break;
        const QRectF where(left, (height() - textHeight) / 2, needed, textHeight);
        paintParts(painter, where, fact, theme, m_themes.type().small);
        left += needed + factGap;
    }
}

} // namespace linewatch::ui

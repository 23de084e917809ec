// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/partspainter.h"

#include <QPainter>
#include <QTextLayout>

namespace linewatch::ui {

namespace {

QList<QTextLayout::FormatRange> formatsOf(const TextParts &parts, const Theme &theme)
{
    QList<QTextLayout::FormatRange> ranges;
    int start = 0;
    for (const TextPart &part : parts) {
        QTextCharFormat format;
        format.setForeground(toneColour(theme, part.tone));
        if (part.strong)
            format.setFontWeight(QFont::Bold);
        const auto length = static_cast<int>(part.text.size());
        ranges.append({start, length, format});
        start += length;
    }
    return ranges;
}

} // namespace

QColor toneColour(const Theme &theme, Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return theme.text;
    case Tone::Warning:
        return theme.warning;
    case Tone::Silent:
        return theme.silent;
    case Tone::Critical:
        return theme.critical;
    case Tone::Muted:
        break;
    }
    return theme.muted;
}

void paintParts(QPainter &painter, const QRectF &where, const TextParts &parts, const Theme &theme,
                const QFont &font)
{
    QTextLayout layout(plainText(parts), font);
    layout.setFormats(formatsOf(parts, theme));
    layout.beginLayout();
    double y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(where.width());
        line.setPosition({0, y});
        if (y + line.height() > where.height() + 1)
            break;
        line.draw(&painter, where.topLeft());
        y += line.height();
    }
    layout.endLayout();
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/type.h"

#include <QFontDatabase>
#include <QStringList>

namespace linewatch::ui {

namespace {

QFont sized(QFont font, int pixels, QFont::Weight weight = QFont::Normal)
{
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

QFont family()
{
    const QString preferred = QStringLiteral("Noto Sans");
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (QFontDatabase::families().contains(preferred))
        font.setFamilies({preferred});
    return font;
}

} // namespace

Type defaultType()
{
    const QFont base = family();
    return {
        .tiny = sized(base, 11),
        .small = sized(base, 12),
        .body = sized(base, 13),
        .strong = sized(base, 13, QFont::Bold),
        .heading = sized(base, 14, QFont::Bold),
        .title = sized(base, 21, QFont::Bold),
        .tileFigure = sized(base, 19, QFont::Bold),
        .figure = sized(base, 28, QFont::Bold),
    };
}

} // namespace linewatch::ui

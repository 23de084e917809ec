// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/type.h"

#include <QFontDatabase>
#include <QStringList>

namespace linewatch::ui {

namespace {

QFont sized(QFont font, double pixels, QFont::Weight weight = QFont::Normal)
{
    font.setPixelSize(qRound(pixels));
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

Type defaultType(int percent)
{
    const QFont base = family();
    const double scale = percent / 100.0;
    return {
        .tiny = sized(base, 11 * scale),
        .small = sized(base, 12 * scale),
        .body = sized(base, 13 * scale),
        .strong = sized(base, 13 * scale, QFont::Bold),
        .heading = sized(base, 14 * scale, QFont::Bold),
        .title = sized(base, 21 * scale, QFont::Bold),
        .tileFigure = sized(base, 19 * scale, QFont::Bold),
        .figure = sized(base, 28 * scale, QFont::Bold),
        .brand = sized(base, 16 * scale, QFont::Bold),
        .code = sized(QFontDatabase::systemFont(QFontDatabase::FixedFont), 12 * scale),
    };
}

} // namespace linewatch::ui

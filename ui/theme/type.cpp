// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/type.h"

#include <QFontDatabase>
#include <QStyle>
#include <QWidget>

namespace linewatch::ui {

namespace {

constexpr char roleProperty[] = "fontRole";

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

void setFontRole(QWidget &widget, const char *role)
{
    widget.setProperty(roleProperty, QString::fromLatin1(role));
}

void changeTone(QWidget &widget, const char *tone)
{
    widget.setProperty("tone", QLatin1String(tone));
    widget.style()->unpolish(&widget); // a style sheet looks at properties once
    widget.style()->polish(&widget);
}

QString fontRules(const Type &type)
{
    const std::pair<const char *, const QFont *> roles[] = {{"tiny", &type.tiny},     {"small", &type.small},
                                                            {"strong", &type.strong}, {"title", &type.title},
                                                            {"brand", &type.brand},   {"code", &type.code}};
    QString rules;
    for (const auto &[role, font] : roles) {
        rules +=
            QStringLiteral("QWidget[%1=\"%2\"] { font-family: \"%3\"; font-size: %4px; font-weight: %5; }\n")
                .arg(QLatin1String(roleProperty), QLatin1String(role), font->family())
                .arg(font->pixelSize())
                .arg(static_cast<int>(font->weight()));
    }
    // As large as the text: a frame, or a ring that for what is chosen is so thick that only its middle
    // shows.
    const int side = type.body.pixelSize();
    const int thick = qRound(side * 0.3);
    const QString indicator = QStringLiteral("%1::indicator%2 { width: %3px; height: %3px; "
                                             "border-width: %4px; border-radius: %5px; }\n");
    const int round = side / 2 + 1;
    rules += indicator.arg(QStringLiteral("QCheckBox"), QString()).arg(side).arg(1).arg(side / 5);
    rules += indicator.arg(QStringLiteral("QRadioButton"), QString()).arg(side).arg(1).arg(round);
    rules += indicator.arg(QStringLiteral("QRadioButton"), QStringLiteral(":checked"))
                 .arg(side + 2 - 2 * thick)
                 .arg(thick)
                 .arg(round);
    return rules;
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

class QWidget;

namespace linewatch::ui {

/** The fonts of the program: one family, a few sizes, all in proportion to the body's. Sizes are at 100 %. */
struct Type {
    QFont tiny;       ///< axes, the last line of a tile
    QFont small;      ///< notes and units
    QFont body;       ///< 13 px
    QFont strong;     ///< names
    QFont heading;    ///< titles of cards
    QFont title;      ///< the title of a page
    QFont tileFigure; ///< the figure of a tile
    QFont figure;     ///< key figures, 28 px
    QFont brand;      ///< the name of the program
    QFont code;       ///< commands: the system's font of one width, as small as notes
};

/**
 * Noto Sans where it is installed (its digits have one width: nothing jitters), else the system's. @p percent
 * of the usual size.
 */
Type defaultType(int percent = 100);

/**
 * Gives @p widget one of the fonts, by the name of the member of Type: small, strong, title, brand, tiny or
 * code. A font that is set on the widget itself would be lost, because a new style sheet gives widgets back
 * the font that they had when they met the one before.
 */
void setFontRole(QWidget &widget, const char *role);
/** Gives a widget on screen a colour of the style sheet by its name: muted, critical; empty: that of text. */
void changeTone(QWidget &widget, const char *tone);
/** The rules of the style sheet that setFontRole() stands on, and the sizes of what Qt paints beside text. */
QString fontRules(const Type &type);

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"

#include <QColor>
#include <QPalette>

namespace linewatch::ui {

/**
 * The colours that every pixel of the program is painted with, by what they mean. Grey is the usual; colour
 * is for the abnormal (ISA-101), and never stands alone: each state has an icon and a word too.
 */
struct Theme {
    bool dark = false;

    QColor background; ///< the window
    QColor surface;    ///< cards
    QColor raised;     ///< tiles and controls
    QColor rail;       ///< the rail and the status line
    QColor line;       ///< borders
    QColor grid;       ///< the grid of charts
    QColor text;       ///< figures and names
    QColor muted;      ///< labels, units, axes
    QColor normal;     ///< the healthy and the usual
    QColor normal2;    ///< the same, where it has to step back
    QColor accent;     ///< selection, links, the one highlighted line of a chart
    QColor onAccent;   ///< text on accent
    QColor warning;
    QColor warningGround;
    QColor critical;
    QColor criticalGround;
    QColor silent;
    QColor silentGround;

    friend bool operator==(const Theme &, const Theme &) = default;
};

Theme lightTheme();
Theme darkTheme();

/** The colour of a state's icon, word, border and sparkline. */
QColor stateColour(const Theme &theme, MachineState state);

/** What a tile of that state is filled with. */
QColor stateGround(const Theme &theme, MachineState state);

/** The theme for what Qt's own style paints. */
QPalette paletteOf(const Theme &theme);

/** The rest of what Qt's own widgets need: menus, buttons, scroll bars, tool tips. */
QString styleSheetOf(const Theme &theme);

} // namespace linewatch::ui

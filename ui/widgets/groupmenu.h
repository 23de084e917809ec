// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/explanation.h"
#include "ui/models/place.h"

#include <QPoint>

#include <functional>
#include <vector>

class QMenu;
class QWidget;

namespace linewatch::ui {

/** What a line or machine in a table can be asked for. */
struct GroupMenu {
    Place self;                              ///< its own page
    Place events;                            ///< its events
    std::function<void(const Place &)> go;   ///< goes there
    std::vector<FigureKind> figures;         ///< that can be explained, in this order
    std::function<void(FigureKind)> explain; ///< shows how its figure came about

    /** Adds to @p menu what is asked for; @p parent lives as long as what go() and explain() refer to. */
    void addTo(QMenu &menu, QWidget *parent) const;
    /** Only the figures. */
    void addFigures(QMenu &menu, QWidget *parent) const;
    /** Opens the menu; it goes by itself. */
    void popup(QPoint where, QWidget *parent) const;
};

} // namespace linewatch::ui

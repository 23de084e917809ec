// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/explanation.h"
#include "ui/models/place.h"

#include <QPoint>

#include <functional>

class QWidget;

namespace linewatch::ui {

/** What a line or machine in a table can be asked for. */
struct GroupMenu {
    Place self;                              ///< its own page
    Place events;                            ///< its events
    std::function<void(const Place &)> go;   ///< goes there
    std::function<void(FigureKind)> explain; ///< shows how its figure came about

    /** Opens the menu; it goes by itself. */
    void popup(QPoint where, QWidget *parent) const;
};

} // namespace linewatch::ui

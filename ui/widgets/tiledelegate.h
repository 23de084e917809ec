// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/gridchoice.h"

#include <QAbstractItemDelegate>

namespace linewatch::ui {

class MachineGridModel;
class ThemeController;

/** Paints one machine as a tile. Only for rows of the model it was made with. */
class TileDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    TileDelegate(const MachineGridModel &model, const ThemeController &themes, QObject *parent = nullptr);

    void setDensity(TileDensity density) { m_density = density; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /** The height is that of every tile; the width is the least that a tile wants. */
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const MachineGridModel &m_model;
    const ThemeController &m_themes;
    TileDensity m_density = TileDensity::Comfortable;
};

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/gridchoice.h"
#include "ui/models/keyfigures.h"

#include <QWidget>

class QStackedWidget;

namespace linewatch::ui {

class GridTools;
class MachineGrid;
class MachineGridModel;
class ThemeController;

/** The machine grid with its tools; where no machine passes the filter it says so and offers to clear it. */
class MachineCard : public QWidget
{
    Q_OBJECT

public:
    /** @p model must outlive this. */
    MachineCard(MachineGridModel &model, const ThemeController &themes, QWidget *parent = nullptr);

    void setChoice(const GridChoice &choice);
    /** Whose current tile is the one that was chosen last; to stand beside it. */
    QWidget *tiles() const;
    void showCounts(const StateCounts &counts);
    /** Puts the focus where a machine is looked for. */
    void find();

signals:
    /** The user chose. */
    void choiceChanged(const linewatch::ui::GridChoice &choice);
    /** A tile was clicked, or Enter pressed on it. */
    void machineChosen(const linewatch::MachineId &machine);
    /** The menu of a tile is wanted; @p where is on screen. */
    void machineMenuWanted(const linewatch::MachineId &machine, QPoint where);

private:
    QWidget *makeNothingFound();
    void apply(const GridChoice &choice);
    void refreshStack();
    void clearFilter();

    MachineGridModel &m_model;
    GridTools *m_tools;
    MachineGrid *m_grid;
    QWidget *m_nothingFound;
    QStackedWidget *m_stack;
};

} // namespace linewatch::ui

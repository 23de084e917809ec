// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/explanation.h"
#include "analytics/machinerows.h"
#include "ui/models/formats.h"
#include "ui/models/place.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QModelIndex;

namespace linewatch::ui {

class Card;
class DataTable;
class MachineFilterModel;
class MachineTableModel;
class ThemeController;

/**
 * All machines in a table that can be sorted and filtered. While figures change rows keep their place; the
 * order is made anew at a calm interval, and when it is chosen.
 */
class MachineList : public QWidget
{
    Q_OBJECT

public:
    MachineList(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    /** @p window is what the figures are over. */
    void setRows(std::vector<MachineRow> rows, TimeWindow window);
    /** Puts the focus where a machine is looked for. */
    void find();

signals:
    void machineChosen(const linewatch::MachineId &machine);
    void placeChosen(const linewatch::ui::Place &place);
    /** How a figure of the current row came about is wanted. */
    void explainRequested(const linewatch::Explanation &explanation, QWidget *anchor);

private:
    void followTheme();
    void showCount();
    void choose(const QModelIndex &index);
    void fillMenu(QMenu &menu, const QModelIndex &index);

    const ThemeController &m_themes;
    const Formats m_formats;
    MachineTableModel *m_machines;
    MachineFilterModel *m_shown;
    QLineEdit *m_text;
    QLabel *m_count;
    DataTable *m_table;
    Card *m_card;
    QElapsedTimer m_ordered;
    TimeWindow m_window; ///< what the figures are over
};

} // namespace linewatch::ui

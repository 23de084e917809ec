// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QMenu;

namespace linewatch::ui {

class ThemeController;

/**
 * A calm table: rows as a whole, no grid, columns as wide as their first texts want. Return or a double click
 * chooses a row, and so does a click on the column of links. Ctrl+C copies the rows that are selected with
 * their headings, cells divided by tabs. The context menu does the same and, where sorting is on, sorts.
 */
class DataTable : public QTableView
{
    Q_OBJECT

public:
    DataTable(const ThemeController &themes, const QString &accessibleName, QWidget *parent = nullptr);

    /** Whose texts can be followed. */
    void setLinkColumn(int column);
    /** Takes the room that the others leave. */
    void setWideColumn(int column);
    /** To what their texts want. */
    void fitColumns();

signals:
    void rowChosen(const QModelIndex &index);
    /** The menu of a row is about to open: whoever has more to offer for it puts it in, above the rest. */
    void rowMenuWanted(QMenu *menu, const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitRows();
    void copyRows() const;
    void addOrders(QMenu &menu);

    const ThemeController &m_themes;
    int m_linkColumn = -1;
};

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QMenu;

namespace linewatch::ui {

class ThemeController;

/**
 * A table whose rows may be millions: all of one height, nothing measured by what is in them, no widgets in
 * them. Whole rows are selected, Home and End lead to the first and the last row, Tab leads out, and a menu
 * of the header says which columns are shown. Headers give the widest usual text under Qt::UserRole.
 */
class LongTable : public QTableView
{
    Q_OBJECT

public:
    explicit LongTable(const ThemeController &themes, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /** Which columns are shown, where and how wide, as columnsChanged() said; what is not so is ignored. */
    void setColumns(const QByteArray &state);
    /** The columns that are shown, from left to right. */
    QList<int> shownColumns() const;
    void keyboardSearch(const QString & /*search*/) override { }

signals:
    /** These rows are in sight now; they may be the same as before. */
    void rowsSeen(int first, int last);
    /** The user wants these rows in the clipboard. */
    void copyWanted(int first, int last);
    /** The user changed columns, or sorted by one where that is possible. */
    void columnsChanged(const QByteArray &state);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void verticalScrollbarValueChanged(int value) override;
    void updateGeometries() override;

private:
    void copySelection();
    void selectCurrent();
    void measure();
    void sayRowsSeen();
    void showColumnMenu(const QPoint &position);
    void noteColumns();
    void addOrders(QMenu &menu);

    const ThemeController &m_themes;
    bool m_isSettingUp = false; ///< changes of columns are not the user's
};

} // namespace linewatch::ui

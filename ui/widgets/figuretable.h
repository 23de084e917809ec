// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QTableView>

namespace linewatch::ui {

class ThemeController;

/**
 * A table of names (first column) and their figures. Columns are as wide as what stands in them and never
 * become narrower by themselves, and one that the user sized stays so; the first, or one that is named, takes
 * what is left. Enter and a double click choose a row; Space sorts by the column that the keys are in.
 */
class FigureTable : public QTableView
{
    Q_OBJECT

public:
    /** @p name is what it is called where it is heard. */
    FigureTable(const ThemeController &themes, const QString &name, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /** Which column takes the room that is left; the names do at first. */
    void setWideColumn(int column);
    /** To be called after the model has got other content. */
    void fitColumns();
    /** How it is sorted and which columns are how wide, as columnsChanged() said; what is not so is ignored.
     */
    void setColumns(const QByteArray &state);

    QSize minimumSizeHint() const override;

signals:
    /** In the table's own model. */
    void rowChosen(const QModelIndex &index);
    /** The user sorted by another column, or sized one: to be kept. */
    void columnsChanged(const QByteArray &state);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyType();
    void measure();
    void shareRoom();
    void noteSize(int column, int width);
    void noteColumns();
    bool takesRoom(int column) const { return column == 0 || column == m_wide; }
    int wantedWidth(int column) const;

    const ThemeController &m_themes;
    int m_wide = 0;
    QMap<int, int> m_sized;     ///< pixels, of columns that the user sized
    bool m_isArranging = false; ///< changes of columns are not the user's
};

} // namespace linewatch::ui

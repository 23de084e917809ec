// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace linewatch::ui {

class ThemeController;

/**
 * A table of names (first column) and their figures. Columns are as wide as what stands in them and never
 * become narrower by themselves; the first, or one that is named, takes what is left. Enter and a double
 * click choose a row; Space sorts by the column that the keys are in.
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

    QSize minimumSizeHint() const override;

signals:
    /** In the table's own model. */
    void rowChosen(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyType();
    void shareRoom();
    int wantedWidth(int column) const;

    const ThemeController &m_themes;
    int m_wide = 0;
};

} // namespace linewatch::ui

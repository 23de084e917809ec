// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/gridchoice.h"
#include "ui/widgets/tilelayout.h"

#include <QListView>

namespace linewatch::ui {

class MachineGridModel;
class TileDelegate;
class ThemeController;

/**
 * The machines as tiles, grouped by line. Paints what is in sight and, after a change, the tiles that
 * changed. Where machines come or go above, what is in sight stays where it is. The arrow keys walk from tile
 * to tile.
 *
 * A list view for the sake of screen readers, which Qt serves by that class; it places and paints by itself.
 */
class MachineGrid : public QListView
{
    Q_OBJECT

public:
    /** @p model must outlive this. */
    MachineGrid(MachineGridModel &model, const ThemeController &themes, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void setDensity(TileDensity density);

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void doItemsLayout() override;

signals:
    /** The menu of a tile is wanted, by mouse or by keyboard. @p where is on screen. */
    void tileMenuWanted(const QModelIndex &tile, QPoint where);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &index) const override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;

    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<int> lineSizes() const;
    void followLines();
    void paintHeader(QPainter &painter, int group) const;
    void dropAnchor();
    void returnToAnchor();

    MachineGridModel &m_model;
    const ThemeController &m_themes;
    TileDelegate *m_tiles;
    TileLayout m_layout;
    std::vector<int> m_lineSizes;   ///< what m_layout is made of
    QPersistentModelIndex m_anchor; ///< the first tile in sight, while scrolled down
    int m_anchorTop = 0;            ///< where it was in sight
};

} // namespace linewatch::ui

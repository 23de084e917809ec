// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/machinegrid.h"

#include "ui/models/machinegridmodel.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/partspainter.h"
#include "ui/widgets/tiledelegate.h"

#include <QContextMenuEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

namespace linewatch::ui {

MachineGrid::MachineGrid(MachineGridModel &model, const ThemeController &themes, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_themes(themes)
    , m_tiles(new TileDelegate(model, themes, this))
{
    setItemDelegate(m_tiles);
    setModel(&model);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Machines"));
    const auto relayout = [this] { scheduleDelayedItemsLayout(); };
    connect(&model, &QAbstractItemModel::rowsInserted, this, relayout);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, relayout);
    connect(&model, &QAbstractItemModel::modelReset, this, relayout);
    connect(&model, &MachineGridModel::linesChanged, this, &MachineGrid::followLines);
    connect(&themes, &ThemeController::typeChanged, this, relayout);
}

void MachineGrid::setDensity(TileDensity density)
{
    m_tiles->setDensity(density);
    scheduleDelayedItemsLayout();
    viewport()->update();
}

QSize MachineGrid::sizeHint() const
{
    return minimumSizeHint();
}

/** One tile with its scroll bar beside it, two below each other. */
QSize MachineGrid::minimumSizeHint() const
{
    const QSize tile = itemDelegate()->sizeHint({}, {});
    return {tile.width() + verticalScrollBar()->sizeHint().width(), 2 * tile.height()};
}

QRect MachineGrid::visualRect(const QModelIndex &index) const
{
    return index.isValid() ? m_layout.tile(index.row()).translated(0, -verticalOffset()) : QRect();
}

void MachineGrid::scrollTo(const QModelIndex &index, ScrollHint /*hint*/)
{
    const QRect tile = m_layout.tile(index.row());
    if (tile.isNull())
        return;
    // The first row of tiles brings its header along: a tile without its line says little.
    const int headerHeight = m_layout.header(0).height();
    const int top = tile.top() <= headerHeight ? 0 : tile.top();
    QScrollBar *bar = verticalScrollBar();
    if (top < bar->value())
        bar->setValue(top);
    else if (tile.bottom() >= bar->value() + viewport()->height())
        bar->setValue(tile.bottom() + 1 - viewport()->height());
}

QModelIndex MachineGrid::indexAt(const QPoint &point) const
{
    const std::optional<int> row = m_layout.tileAt(point + QPoint(0, verticalOffset()));
    return row ? m_model.index(*row) : QModelIndex();
}

void MachineGrid::doItemsLayout()
{
    const QSize tile = itemDelegate()->sizeHint({}, {});
    TileMetrics metrics{.narrowestTile = tile.width(), .tileHeight = tile.height()};
    metrics.headerHeight = qRound(QFontMetricsF(m_themes.type().strong).height()) + 7;
    m_lineSizes = lineSizes();
    m_layout = TileLayout(m_lineSizes, viewport()->width(), metrics);
    QAbstractItemView::doItemsLayout();
    returnToAnchor();
}

std::vector<int> MachineGrid::lineSizes() const
{
    std::vector<int> sizes;
    for (const LineGroup &line : m_model.lines())
        sizes.push_back(line.machines);
    return sizes;
}

/** Where only what the headers say has changed, the tiles stay as they are painted. */
void MachineGrid::followLines()
{
    if (lineSizes() != m_lineSizes) {
        scheduleDelayedItemsLayout();
        return;
    }
    const int top = verticalOffset();
    const auto [first, end] = m_layout.groupsBetween(top, top + viewport()->height());
    for (int group = first; group < end; ++group)
        viewport()->update(m_layout.header(group).translated(0, -top));
}

QModelIndex MachineGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers /*modifiers*/)
{
    executeDelayedItemsLayout();
    const int last = m_layout.tiles() - 1;
    if (last < 0)
        return {};
    const int row = currentIndex().isValid() ? currentIndex().row() : 0;
    const int page = std::max(1, viewport()->height() / std::max(1, m_layout.tile(row).height()) - 1);
    int to = row;
    switch (action) {
    case MoveUp:
        to = m_layout.above(row);
        break;
    case MoveDown:
        to = m_layout.below(row);
        break;
    case MovePageUp:
        for (int i = 0; i < page; ++i)
            to = m_layout.above(to);
        break;
    case MovePageDown:
        for (int i = 0; i < page; ++i)
            to = m_layout.below(to);
        break;
    case MoveLeft:
    case MovePrevious:
        to = std::max(0, row - 1);
        break;
    case MoveRight:
    case MoveNext:
        to = std::min(last, row + 1);
        break;
    case MoveHome:
        to = 0;
        break;
    case MoveEnd:
        to = last;
        break;
    }
    return m_model.index(to);
}

int MachineGrid::verticalOffset() const
{
    return verticalScrollBar()->value();
}

bool MachineGrid::isIndexHidden(const QModelIndex & /*index*/) const
{
    return false;
}

void MachineGrid::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    const QModelIndex index = indexAt(rect.topLeft());
    selectionModel()->select(QItemSelection(index, index), flags);
}

QRegion MachineGrid::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QModelIndex &index : selection.indexes())
        region += visualRect(index);
    return region;
}

void MachineGrid::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                              const QList<int> & /*roles*/)
{
    const int top = verticalOffset();
    const auto [first, end] = m_layout.tilesBetween(top, top + viewport()->height());
    for (int row = std::max(first, topLeft.row()); row < std::min(end, bottomRight.row() + 1); ++row)
        update(m_model.index(row));
}

void MachineGrid::updateGeometries()
{
    const int rowHeight = m_layout.tile(0).height();
    verticalScrollBar()->setSingleStep(std::max(1, rowHeight / 2));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, m_layout.height() - viewport()->height()));
    QAbstractItemView::updateGeometries();
}

void MachineGrid::scrollContentsBy(int dx, int dy)
{
    scrollDirtyRegion(dx, dy);
    viewport()->scroll(dx, dy);
    dropAnchor();
}

/** Remembers what is in sight; at the very top nothing, so that the first machine stays in sight. */
void MachineGrid::dropAnchor()
{
    const int top = verticalOffset();
    const auto [first, end] = m_layout.tilesBetween(top, top + viewport()->height());
    m_anchor = top > 0 && first < end ? m_model.index(first) : QModelIndex();
    m_anchorTop = visualRect(m_anchor).top();
}

void MachineGrid::returnToAnchor()
{
    if (m_anchor.isValid())
        verticalScrollBar()->setValue(m_layout.tile(m_anchor.row()).top() - m_anchorTop);
    dropAnchor();
}

void MachineGrid::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    doItemsLayout();
}

/** By mouse of the tile below it, else of the current one, in its middle. */
void MachineGrid::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex tile = isMouse ? indexAt(event->pos()) : currentIndex();
    if (!tile.isValid())
        return;
    if (!isMouse)
        scrollTo(tile);
    emit tileMenuWanted(tile,
                        isMouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(tile).center()));
}

void MachineGrid::paintEvent(QPaintEvent *event)
{
    executeDelayedItemsLayout();
    QPainter painter(viewport());
    const int offset = verticalOffset();
    const int top = event->rect().top() + offset;
    const int bottom = event->rect().bottom() + offset;
    painter.translate(0, -offset);
    const auto [firstGroup, endGroup] = m_layout.groupsBetween(top, bottom);
    for (int group = firstGroup; group < endGroup; ++group) {
        if (event->region().intersects(m_layout.header(group).translated(0, -offset)))
            paintHeader(painter, group);
    }
    QStyleOptionViewItem option;
    const auto [first, end] = m_layout.tilesBetween(top, bottom);
    for (int row = first; row < end; ++row) {
        option.rect = m_layout.tile(row);
        if (!event->region().intersects(option.rect.translated(0, -offset)))
            continue;
        const bool focused = hasFocus() && currentIndex().row() == row;
        option.state.setFlag(QStyle::State_HasFocus, focused);
        itemDelegate()->paint(&painter, option, m_model.index(row));
    }
}

void MachineGrid::paintHeader(QPainter &painter, int group) const
{
    const LineGroup &line = m_model.lines().at(static_cast<std::size_t>(group));
    const QString gap = QStringLiteral("   ");
    const QRect where = m_layout.header(group);
    const QFontMetricsF metrics(m_themes.type().strong);
    const QString name = metrics.elidedText(line.line.toString(), Qt::ElideRight, where.width() * 0.6);
    TextParts parts{{name, Tone::Plain, true}, {tr("%n machine(s)", nullptr, line.machines)}};
    if (line.warnings > 0)
        parts.push_back({tr("%n warning", nullptr, line.warnings), Tone::Warning});
    if (line.silent > 0)
        parts.push_back({tr("%n silent", nullptr, line.silent), Tone::Silent});
    paintParts(painter, where, joined(parts, gap), m_themes.theme(), m_themes.type().small);
}

} // namespace linewatch::ui

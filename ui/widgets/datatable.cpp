// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/datatable.h"

#include "ui/models/tabbedtext.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/rowtable.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

namespace linewatch::ui {

namespace {

constexpr int rowPadding = 10;
constexpr int rowsLookedAt = 100; ///< for the width of columns
constexpr int widestColumn = 340;

} // namespace

DataTable::DataTable(const ThemeController &themes, const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
    , m_themes(themes)
{
    setAccessibleName(accessibleName);
    setUpRowTable(*this);
    setSelectionMode(ExtendedSelection);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    horizontalHeader()->setResizeContentsPrecision(rowsLookedAt);
    horizontalHeader()->setSectionsMovable(false);
    connect(this, &QAbstractItemView::doubleClicked, this, &DataTable::rowChosen);
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == m_linkColumn)
            emit rowChosen(index);
    });
    connect(&themes, &ThemeController::typeChanged, this, &DataTable::fitColumns);
    fitRows();
}

void DataTable::setLinkColumn(int column)
{
    m_linkColumn = column;
}

void DataTable::setWideColumn(int column)
{
    horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

void DataTable::fitColumns()
{
    if (!model())
        return;
    resizeColumnsToContents();
    // What stretches goes with the room there is.
    const int last = model()->columnCount() - 1;
    const int columns = horizontalHeader()->stretchLastSection() ? last : last + 1;
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, std::min(columnWidth(column) + rowPadding, m_themes.scaledInt(widestColumn)));
}

void DataTable::fitRows()
{
    const int icon = fontMetrics().height() - 2;
    setIconSize({icon, icon});
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + m_themes.scaledInt(rowPadding));
    verticalHeader()->setMinimumSectionSize(verticalHeader()->defaultSectionSize());
}

void DataTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitRows();
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Copy))
        copyRows();
    else if (isReturn && currentIndex().isValid())
        emit rowChosen(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void DataTable::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    const QModelIndex under = indexAt(event->position().toPoint());
    const bool isLink = under.isValid() && under.column() == m_linkColumn;
    viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void DataTable::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (currentIndex().isValid())
        emit rowMenuWanted(menu, currentIndex());
    if (!menu->isEmpty())
        menu->addSeparator();
    QAction *copy = menu->addAction(tr("&Copy rows"), this, &DataTable::copyRows);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(selectionModel() && selectionModel()->hasSelection());
    if (isSortingEnabled())
        addOrders(*menu);
    menu->popup(event->globalPos());
}

/** What a click on a heading does, for those who have no mouse. */
void DataTable::addOrders(QMenu &menu)
{
    menu.addSection(tr("Sort by"));
    for (int column = 0; column < model()->columnCount(); ++column) {
        const bool isSorted = horizontalHeader()->sortIndicatorSection() == column;
        const bool turns = isSorted && horizontalHeader()->sortIndicatorOrder() == Qt::AscendingOrder;
        QAction *action = menu.addAction(
            model()->headerData(column, Qt::Horizontal).toString(), this, [this, column, turns] {
                sortByColumn(column, turns ? Qt::DescendingOrder : Qt::AscendingOrder);
            });
        action->setCheckable(true);
        action->setChecked(isSorted);
    }
}

void DataTable::copyRows() const
{
    if (!model())
        return;
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    const int columns = model()->columnCount();
    QStringList headings;
    for (int column = 0; column < columns; ++column)
        headings << model()->headerData(column, Qt::Horizontal).toString();
    QString table = tabbedRow(headings);
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < columns; ++column)
            cells << row.siblingAtColumn(column).data().toString();
        table += tabbedRow(cells);
    }
    QGuiApplication::clipboard()->setText(table);
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/longtable.h"

#include "ui/theme/themecontroller.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/textdelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QShowEvent>

namespace linewatch::ui {

namespace {

constexpr int longRowPadding = 9;
constexpr int columnPadding = 30;

} // namespace

LongTable::LongTable(const ThemeController &themes, QWidget *parent) : QTableView(parent), m_themes(themes)
{
    setItemDelegate(new TextDelegate(themes, this));
    setUpRowTable(*this);
    setAlternatingRowColors(true);
    setSelectionMode(ContiguousSelection);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setSectionsClickable(false);
    header->setStretchLastSection(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &LongTable::showColumnMenu);
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        if (column != shownColumns().last()) // which is as wide as there is room
            noteColumns();
    });
    connect(header, &QHeaderView::sectionMoved, this, &LongTable::noteColumns);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &LongTable::noteColumns);
    connect(&themes, &ThemeController::typeChanged, this, &LongTable::measure);
}

void LongTable::setModel(QAbstractItemModel *model)
{
    const QScopedValueRollback guard(m_isSettingUp, true);
    QTableView::setModel(model);
    // Else a header asks at each selection whether all rows of a column are in it, row by row.
    horizontalHeader()->setSelectionModel(new QItemSelectionModel(model, this));
    measure();
    connect(model, &QAbstractItemModel::modelReset, this, &LongTable::sayRowsSeen, Qt::QueuedConnection);
}

/** Rows and columns for the size of the text. */
void LongTable::measure()
{
    const QScopedValueRollback guard(m_isSettingUp, true);
    const QFontMetrics metrics(m_themes.type().body);
    verticalHeader()->setDefaultSectionSize(metrics.height() + m_themes.scaledInt(longRowPadding));
    if (!model())
        return;
    for (int column = 0; column < model()->columnCount(); ++column) {
        const QString widest = model()->headerData(column, Qt::Horizontal, Qt::UserRole).toString();
        const QString name = model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        setColumnWidth(column,
                       std::max(metrics.horizontalAdvance(widest), metrics.horizontalAdvance(name))
                           + m_themes.scaledInt(columnPadding));
    }
}

void LongTable::setColumns(const QByteArray &state)
{
    const QScopedValueRollback guard(m_isSettingUp, true);
    const QByteArray before = horizontalHeader()->saveState();
    const int columns = horizontalHeader()->count();
    if (!horizontalHeader()->restoreState(state) || horizontalHeader()->count() != columns
        || shownColumns().isEmpty())
        horizontalHeader()->restoreState(before);
}

QList<int> LongTable::shownColumns() const
{
    QList<int> shown;
    for (int place = 0; place < horizontalHeader()->count(); ++place) {
        const int column = horizontalHeader()->logicalIndex(place);
        if (!isColumnHidden(column))
            shown << column;
    }
    return shown;
}

void LongTable::noteColumns()
{
    if (!m_isSettingUp)
        emit columnsChanged(horizontalHeader()->saveState());
}

void LongTable::showColumnMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const qsizetype shown = shownColumns().size();
    for (int column = 0; column < model()->columnCount(); ++column) {
        QAction *action =
            menu->addAction(model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(isColumnHidden(column) || shown > 1);
        connect(action, &QAction::toggled, this, [this, column](bool isShown) {
            setColumnHidden(column, !isShown);
            noteColumns();
        });
    }
    if (isSortingEnabled())
        addOrders(*menu);
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

/** What a click on a heading does, for those who have no mouse. */
void LongTable::addOrders(QMenu &menu)
{
    menu.addSection(tr("Sort by"));
    for (const int column : shownColumns()) {
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

void LongTable::keyPressEvent(QKeyEvent *event)
{
    const bool asksForMenu = event->key() == Qt::Key_Menu
        || (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier);
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
    } else if (asksForMenu) {
        showColumnMenu(QPoint(0, horizontalHeader()->height()));
        event->accept();
    } else {
        QTableView::keyPressEvent(event);
        if (event->modifiers() == Qt::NoModifier)
            selectCurrent();
    }
}

void LongTable::copySelection()
{
    const QItemSelection selected = selectionModel()->selection();
    if (selected.isEmpty())
        return;
    int first = selected.first().top();
    int last = first;
    for (const QItemSelectionRange &range : selected) {
        first = std::min(first, range.top());
        last = std::max(last, range.bottom());
    }
    emit copyWanted(first, last);
}

/** The row that got the focus with the table is not selected yet, and stays so where a key leads to itself.
 */
void LongTable::selectCurrent()
{
    if (currentIndex().isValid() && !selectionModel()->isSelected(currentIndex()))
        selectionModel()->select(currentIndex(),
                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void LongTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    if (model())
        sayRowsSeen();
}

QModelIndex LongTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int column = std::max(0, currentIndex().column());
    if (action == MoveHome)
        return model()->index(0, column);
    if (action == MoveEnd)
        return model()->index(model()->rowCount() - 1, column);
    return QTableView::moveCursor(action, modifiers);
}

void LongTable::verticalScrollbarValueChanged(int value)
{
    QTableView::verticalScrollbarValueChanged(value);
    sayRowsSeen();
}

void LongTable::updateGeometries()
{
    QTableView::updateGeometries();
    if (model())
        sayRowsSeen();
}

void LongTable::sayRowsSeen()
{
    if (model()->rowCount() == 0 || !isVisible())
        return;
    const int first = std::max(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1);
    emit rowsSeen(first, last < 0 ? model()->rowCount() - 1 : last);
}

} // namespace linewatch::ui

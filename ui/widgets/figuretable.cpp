// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figuretable.h"

#include "ui/theme/themecontroller.h"
#include "ui/widgets/figuredelegate.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace linewatch::ui {

namespace {

constexpr int narrowestName = 110;
constexpr int widestName = 210; ///< where there is no more room than that
constexpr int rowsMeasured = 200;
constexpr int headerPadding = 28;
constexpr int sortMark = 14;

} // namespace

FigureTable::FigureTable(const ThemeController &themes, const QString &name, QWidget *parent)
    : QTableView(parent)
    , m_themes(themes)
{
    setAccessibleName(name);
    setItemDelegate(new FigureDelegate(themes, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setFocusPolicy(Qt::NoFocus);
    setFontRole(*horizontalHeader(), "small");
    connect(this, &QTableView::doubleClicked, this, &FigureTable::rowChosen);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &FigureTable::fitColumns);
    connect(&themes, &ThemeController::typeChanged, this, &FigureTable::applyType);
    connect(&themes, &ThemeController::themeChanged, viewport(), qOverload<>(&QWidget::update));
    applyType();
}

void FigureTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    applyType();
}

/** Widths go with the size of text, so they begin anew. */
void FigureTable::applyType()
{
    const int row = QFontMetrics(m_themes.type().body).height() + m_themes.scaledInt(12);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(row);
    horizontalHeader()->setMinimumSectionSize(m_themes.scaledInt(48));
    if (!model())
        return;
    for (int column = 1; column < model()->columnCount(); ++column)
        horizontalHeader()->resizeSection(column, 1);
    fitColumns();
    updateGeometry();
}

int FigureTable::wantedWidth(int column) const
{
    const QFontMetrics metrics(m_themes.type().body);
    const QString title = model()->headerData(column, Qt::Horizontal).toString();
    const bool hasMark = isSortingEnabled() && horizontalHeader()->sortIndicatorSection() == column;
    int width = metrics.horizontalAdvance(title) + headerPadding + (hasMark ? sortMark : 0);
    const QStyleOptionViewItem option;
    for (int row = 0; row < std::min(rowsMeasured, model()->rowCount()); ++row)
        width = std::max(width, itemDelegate()->sizeHint(option, model()->index(row, column)).width());
    return width;
}

void FigureTable::setWideColumn(int column)
{
    m_wide = column;
    fitColumns();
}

void FigureTable::fitColumns()
{
    if (!model())
        return;
    for (int column = 1; column < model()->columnCount(); ++column) {
        if (!isColumnHidden(column) && column != m_wide)
            horizontalHeader()->resizeSection(column, std::max(columnWidth(column), wantedWidth(column)));
    }
    shareRoom();
}

void FigureTable::shareRoom()
{
    if (!model() || model()->columnCount() == 0)
        return;
    int others = 0;
    for (int column = 1; column < model()->columnCount(); ++column)
        others += isColumnHidden(column) || column == m_wide ? 0 : columnWidth(column);
    const int widest = m_themes.scaledInt(widestName);
    const int name = std::clamp(wantedWidth(0), m_themes.scaledInt(narrowestName), widest);
    const int room = viewport()->width() - others;
    if (m_wide == 0) {
        horizontalHeader()->resizeSection(0, std::max(name, room));
        return;
    }
    const int wide = wantedWidth(m_wide);
    const int ampleName = std::clamp(room / 3, name, std::max(name, widest));
    horizontalHeader()->resizeSection(0, room - ampleName >= wide ? ampleName : name);
    horizontalHeader()->resizeSection(m_wide, std::max(wide, room - columnWidth(0)));
}

QSize FigureTable::minimumSizeHint() const
{
    constexpr int rows = 4;
    return {m_themes.scaledInt(240), rows * verticalHeader()->defaultSectionSize()};
}

void FigureTable::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && currentIndex().isValid()) {
        emit rowChosen(currentIndex());
    } else if (event->key() == Qt::Key_Space && isSortingEnabled() && currentIndex().isValid()) {
        const QHeaderView *header = horizontalHeader();
        const int column = currentIndex().column();
        const bool wasAscending =
            header->sortIndicatorSection() == column && header->sortIndicatorOrder() == Qt::AscendingOrder;
        sortByColumn(column, wasAscending ? Qt::DescendingOrder : Qt::AscendingOrder);
        scrollTo(currentIndex());
    } else {
        QTableView::keyPressEvent(event);
    }
}

/** There is always a row that keys act on. */
void FigureTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
    viewport()->update();
}

void FigureTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareRoom();
}

} // namespace linewatch::ui

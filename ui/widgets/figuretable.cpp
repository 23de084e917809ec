// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figuretable.h"

#include "ui/theme/themecontroller.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/figuredelegate.h"

#include <QDataStream>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>

#include <algorithm>

namespace linewatch::ui {

namespace {

constexpr int narrowestName = 110;
constexpr int widestName = 210; ///< where there is no more room than that
constexpr int rowsMeasured = 200;
constexpr int headerPadding = 28;
constexpr int sortMark = 14;
constexpr int stateVersion = 1;
constexpr int widestSized = 10'000;

} // namespace

FigureTable::FigureTable(const ThemeController &themes, const QString &name, QWidget *parent)
    : QTableView(parent)
    , m_themes(themes)
{
    setAccessibleName(name);
    setUpRowTable(*this);
    setItemDelegate(new FigureDelegate(themes, this));
    setSelectionMode(SingleSelection);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setFocusPolicy(Qt::NoFocus);
    setFontRole(*horizontalHeader(), "small");
    connect(this, &QTableView::doubleClicked, this, &FigureTable::rowChosen);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &FigureTable::fitColumns);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &FigureTable::noteColumns);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this,
            [this](int column, int /*before*/, int width) { noteSize(column, width); });
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
    const bool hadSizes = !m_sized.isEmpty();
    m_sized.clear();
    measure();
    if (hadSizes)
        noteColumns();
}

void FigureTable::measure()
{
    const QScopedValueRollback guard(m_isArranging, true);
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
    const QScopedValueRollback guard(m_isArranging, true);
    for (int column = 1; column < model()->columnCount(); ++column) {
        if (!isColumnHidden(column) && column != m_wide && !m_sized.contains(column))
            horizontalHeader()->resizeSection(column, std::max(columnWidth(column), wantedWidth(column)));
    }
    shareRoom();
}

void FigureTable::shareRoom()
{
    if (!model() || model()->columnCount() == 0)
        return;
    const QScopedValueRollback guard(m_isArranging, true);
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

void FigureTable::noteSize(int column, int width)
{
    if (m_isArranging || takesRoom(column) || width == 0) // 0: it was hidden
        return;
    m_sized[column] = width;
    shareRoom();
    noteColumns();
}

void FigureTable::noteColumns()
{
    if (m_isArranging)
        return;
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << stateVersion << horizontalHeader()->sortIndicatorSection()
           << int(horizontalHeader()->sortIndicatorOrder()) << m_sized;
    emit columnsChanged(state);
}

void FigureTable::setColumns(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_0);
    int version = 0;
    int sorted = 0;
    int order = 0;
    QMap<int, int> sized;
    stream >> version >> sorted >> order >> sized;
    const int columns = model() ? model()->columnCount() : 0;
    const bool areThere = std::all_of(sized.keyBegin(), sized.keyEnd(), [&](int column) {
        return column > 0 && column < columns && !takesRoom(column) && sized[column] > 0
            && sized[column] <= widestSized;
    });
    if (stream.status() != QDataStream::Ok || version != stateVersion || !areThere || sorted < 0
        || sorted >= columns)
        return;
    const QScopedValueRollback guard(m_isArranging, true);
    m_sized = sized;
    for (auto column = sized.cbegin(); column != sized.cend(); ++column)
        horizontalHeader()->resizeSection(column.key(), column.value());
    sortByColumn(sorted, order == Qt::DescendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    shareRoom();
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

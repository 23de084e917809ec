// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/alllinesview.h"

#include "ui/charts/paretochart.h"
#include "ui/models/groupsortmodel.h"
#include "ui/models/grouptablemodel.h"
#include "ui/models/lineexplanations.h"
#include "ui/models/linetrend.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/card.h"
#include "ui/widgets/figuretable.h"
#include "ui/widgets/groupmenu.h"

#include <QVBoxLayout>

#include <algorithm>

namespace linewatch::ui {

namespace {

constexpr int lowestPareto = 240;
constexpr int lowestLines = 260;
constexpr std::size_t barsShown = 14;

} // namespace

AllLinesView::AllLinesView(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : ScrollingPage(parent)
    , m_themes(themes)
    , m_formats(formats)
    , m_pareto(new ParetoChart(themes, formats))
    , m_paretoCard(new Card(themes, tr("Defects by line"), m_pareto))
    , m_model(new GroupTableModel(GroupTableModel::Of::Lines, formats, this))
    , m_sorted(new GroupSortModel(formats.locale(), this))
    , m_table(new FigureTable(themes, tr("Lines")))
    , m_tableCard(new Card(themes, tr("Lines"), m_table))
{
    m_pareto->setLinked(true);
    m_sorted->setSourceModel(m_model);
    m_table->setSortingEnabled(true);
    m_table->setModel(m_sorted);
    m_table->setWideColumn(GroupTableModel::Trend);
    m_table->sortByColumn(GroupTableModel::Name, Qt::AscendingOrder);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);

    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CardGap);
    layout->addWidget(m_paretoCard, 2);
    layout->addWidget(m_tableCard, 3);
    setContent(content);
    connect(m_pareto, &ParetoChart::lineChosen, this,
            [this](const LineId &line) { emit placeChosen(Place::ofLine(line)); });
    connect(m_table, &FigureTable::rowChosen, this,
            [this](const QModelIndex &index) { emit placeChosen(Place::ofLine(lineAt(index))); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &AllLinesView::openMenu);
    connect(&themes, &ThemeController::typeChanged, this, &AllLinesView::arrange);
    arrange();
}

void AllLinesView::arrange()
{
    m_paretoCard->setMinimumHeight(m_themes.scaledInt(lowestPareto));
    m_tableCard->setMinimumHeight(m_themes.scaledInt(lowestLines));
}

void AllLinesView::showReport(const LinesReport &report)
{
    m_report = report;
    const Pareto pareto = paretoOf(report, barsShown);
    m_pareto->setPareto(pareto);
    QString note = tr("%1 \u00b7 %2 known defects")
                       .arg(m_formats.span(report.windows.window), m_formats.count(pareto.defects));
    if (report.windows.isWidened)
        note = tr("%1 \u00b7 in whole hours").arg(note);
    m_paretoCard->setNote(note);
    m_tableCard->setNote(tr("Enter or a double click: the line \u00b7 Space: sort by this column"));
    m_model->show(report);
    m_table->fitColumns();
}

LineId AllLinesView::lineAt(const QModelIndex &index) const
{
    return LineId(m_model->nameAt(m_sorted->mapToSource(index).row()));
}

void AllLinesView::openMenu(QPoint where)
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    const LineId line = lineAt(index);
    GroupMenu menu{.self = Place::ofLine(line),
                   .events = Place::eventsOfLine(line),
                   .go = [this](const Place &place) { emit placeChosen(place); },
                   .figures = {FigureKind::HealthyMachines, FigureKind::DefectRate,
                               FigureKind::DefectRateChange, FigureKind::DefectsPercent,
                               FigureKind::UnknownPercent, FigureKind::Availability, FigureKind::RunTime,
                               FigureKind::Events, FigureKind::Defects, FigureKind::ActiveMachines},
                   .explain =
                       [this, line](FigureKind kind) {
                           const auto row = std::ranges::find(m_report.lines, line, &LineRow::lineId);
                           if (row != m_report.lines.end())
                               emit explainRequested(explainLineRow(kind, *row), m_table);
                       }};
    menu.popup(m_table->viewport()->mapToGlobal(where), this);
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/lineview.h"

#include "ui/charts/trendchart.h"
#include "ui/dialogs/rangedialog.h"
#include "ui/models/groupsortmodel.h"
#include "ui/models/grouptablemodel.h"
#include "ui/models/lineexplanations.h"
#include "ui/models/linefigures.h"
#include "ui/models/linetrend.h"
#include "ui/pages/comparisonview.h"
#include "ui/pages/linehead.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/card.h"
#include "ui/widgets/comparechoice.h"
#include "ui/widgets/figurestrip.h"
#include "ui/widgets/figuretable.h"
#include "ui/widgets/groupmenu.h"
#include "ui/widgets/keyfigurecard.h"

#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace linewatch::ui {

namespace {

constexpr int lowestTrend = 210;
constexpr int lowestTable = 220;

} // namespace

LineView::LineView(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : ScrollingPage(parent)
    , m_themes(themes)
    , m_formats(formats)
    , m_head(new LineHead)
    , m_machinesCard(new KeyFigureCard(themes))
    , m_eventsCard(new KeyFigureCard(themes))
    , m_rateCard(new KeyFigureCard(themes))
    , m_percentCard(new KeyFigureCard(themes))
    , m_availabilityCard(new KeyFigureCard(themes))
    , m_trend(new TrendChart(themes, formats))
    , m_trendCard(new Card(themes, tr("Events and defects"), m_trend))
    , m_model(new GroupTableModel(GroupTableModel::Of::Machines, formats, this))
    , m_sorted(new GroupSortModel(formats.locale(), this))
    , m_table(new FigureTable(themes, tr("Machines of the line")))
    , m_tableCard(new Card(themes, tr("Machines"), m_table))
    , m_comparison(new ComparisonView(themes, formats))
    , m_usual(makeUsual())
    , m_escape(new QShortcut(Qt::Key_Escape, this))
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CardGap);
    layout->addWidget(m_head);
    layout->addWidget(makeFigures());
    layout->addWidget(m_usual, 1);
    layout->addWidget(m_comparison, 1);
    setContent(content);

    m_escape->setContext(Qt::WidgetWithChildrenShortcut);
    m_escape->setEnabled(false); // the charts have a use for Esc, too
    connect(m_escape, &QShortcut::activated, this, [this] { choose({}); });
    connect(m_head, &LineHead::backChosen, this, [this] { emit placeChosen(Place::lines()); });
    connect(m_head, &LineHead::eventsChosen, this,
            [this] { emit placeChosen(Place::eventsOfLine(m_report.lineId)); });
    connect(m_head->compare(), &CompareChoice::chosen, this, &LineView::choose);
    connect(m_head->compare(), &CompareChoice::windowWanted, this, &LineView::askForWindow);
    connect(m_comparison, &ComparisonView::explainRequested, this, &LineView::explainRequested);
    connect(m_table, &FigureTable::rowChosen, this,
            [this](const QModelIndex &index) { emit placeChosen(Place::ofMachine(machineAt(index))); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &LineView::openMenu);
    connect(&themes, &ThemeController::typeChanged, this, &LineView::arrange);
    arrange();
    setCompareWith({});
}

FigureStrip *LineView::makeFigures()
{
    auto *strip = new FigureStrip(CardGap);
    strip->addCard(m_machinesCard, 26);
    strip->addCard(m_eventsCard, 22);
    strip->addCard(m_rateCard, 20);
    strip->addCard(m_percentCard, 22);
    strip->addCard(m_availabilityCard, 20);
    const std::pair<KeyFigureCard *, FigureKind> explained[] = {
        {m_machinesCard, FigureKind::HealthyMachines},
        {m_eventsCard, FigureKind::Events},
        {m_rateCard, FigureKind::DefectRate},
        {m_percentCard, FigureKind::DefectsPercent},
        {m_availabilityCard, FigureKind::Availability}};
    for (const auto &[card, kind] : explained) {
        card->setExplainable(true);
        connect(card, &KeyFigureCard::explainRequested, this, [this, card = card, kind = kind] {
            emit explainRequested(explainLine(kind, m_report), card);
        });
    }
    return strip;
}

QWidget *LineView::makeUsual()
{
    m_sorted->setSourceModel(m_model);
    m_table->setSortingEnabled(true);
    m_table->setModel(m_sorted);
    m_table->setColumnHidden(GroupTableModel::Machines, true);
    m_table->setWideColumn(GroupTableModel::Trend);
    m_table->sortByColumn(GroupTableModel::Name, Qt::AscendingOrder);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tableCard->setNote(tr("Enter or a double click: the machine \u00b7 Space: sort by this column"));
    const auto noteTrend = [this](bool zoomed) {
        m_trendCard->setNote(zoomed
                                 ? tr("a part of the window \u00b7 Esc or a double click shows the whole")
                                 : tr("events a minute (line, left) \u00b7 defects a minute (bars, right)"));
    };
    noteTrend(false);
    m_trend->setWindowOffered(true);
    connect(m_trend, &TrendChart::zoomChanged, m_trendCard, noteTrend);
    connect(m_trend, &TrendChart::windowChosen, this, &LineView::windowChosen);
    auto *usual = new QWidget;
    auto *layout = new QVBoxLayout(usual);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CardGap);
    layout->addWidget(m_trendCard, 2);
    layout->addWidget(m_tableCard, 3);
    return usual;
}

void LineView::arrange()
{
    m_trendCard->setMinimumHeight(m_themes.scaledInt(lowestTrend));
    m_tableCard->setMinimumHeight(m_themes.scaledInt(lowestTable));
}

void LineView::showReport(const LineReport &report, const std::optional<LineReport> &other)
{
    m_report = report;
    m_head->setName(report.lineId.toString());
    std::vector<LineId> others = report.lines;
    std::erase(others, report.lineId);
    m_head->compare()->setLines(others);
    m_head->compare()->setBefore(wordsForBefore(report.windows));
    m_head->compare()->setChoice(m_compareWith);
    showFigures(report);
    m_trend->setTrend(trendOf(report));
    m_model->show(report);
    m_table->fitColumns();
    if (other)
        m_comparison->showReports(report, *other);
    showComparison(other.has_value());
}

/** Only what is shown takes room: in a stack, the page would be as high as the higher of both. */
void LineView::showComparison(bool shown)
{
    m_usual->setVisible(!shown);
    m_comparison->setVisible(shown);
}

void LineView::showFigures(const LineReport &report)
{
    const LineFigures figures = lineFigures(report, m_formats);
    m_machinesCard->setFigure(figures.machines);
    m_machinesCard->setStates(figures.states);
    m_eventsCard->setFigure(figures.events);
    m_rateCard->setFigure(figures.rate);
    m_percentCard->setFigure(figures.percent);
    m_availabilityCard->setFigure(figures.availability);
}

void LineView::setCompareWith(const CompareWith &choice)
{
    m_compareWith = choice;
    m_head->compare()->setChoice(choice);
    m_escape->setEnabled(choice.kind != CompareWith::Kind::Nothing);
    if (choice.kind == CompareWith::Kind::Nothing)
        showComparison(false);
}

void LineView::choose(const CompareWith &choice)
{
    if (choice == m_compareWith)
        return;
    setCompareWith(choice);
    emit compareWithChanged();
}

void LineView::askForWindow()
{
    const auto now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    const bool chosen = m_compareWith.kind == CompareWith::Kind::Window;
    auto *dialog =
        new RangeDialog(m_formats, chosen ? m_compareWith.window : m_report.windows.before, now, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { choose({.kind = CompareWith::Kind::Window, .window = dialog->range()}); });
    dialog->open();
}

MachineId LineView::machineAt(const QModelIndex &index) const
{
    return MachineId(m_model->nameAt(m_sorted->mapToSource(index).row()));
}

void LineView::openMenu(QPoint where)
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    const MachineId machine = machineAt(index);
    Place events = Place::eventsOfMachine(machine);
    events.line = m_report.lineId;
    GroupMenu menu{
        .self = Place::ofMachine(machine),
        .events = events,
        .go = [this](const Place &place) { emit placeChosen(place); },
        .figures = {FigureKind::State, FigureKind::DefectRate, FigureKind::DefectRateChange,
                    FigureKind::DefectsPercent, FigureKind::UnknownPercent, FigureKind::Availability,
                    FigureKind::RunTime, FigureKind::Events, FigureKind::Defects},
        .explain =
            [this, machine](FigureKind kind) {
                const auto row = std::ranges::find(m_report.machines, machine, &MachineOnLine::machineId);
                if (row != m_report.machines.end())
                    emit explainRequested(explainMachineOnLine(kind, m_report.lineId, *row), m_table);
            }};
    menu.popup(m_table->viewport()->mapToGlobal(where), this);
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/machineview.h"

#include "ui/charts/histogramchart.h"
#include "ui/charts/statechart.h"
#include "ui/charts/timechart.h"
#include "ui/models/durationtext.h"
#include "ui/models/machinecharts.h"
#include "ui/models/machineeventsmodel.h"
#include "ui/models/machineexplanations.h"
#include "ui/models/machinefigures.h"
#include "ui/models/machinerejectionsmodel.h"
#include "ui/pages/machineheader.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/figurestrip.h"
#include "ui/widgets/keyfigurecard.h"

#include <QHeaderView>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <functional>

namespace linewatch::ui {

namespace {

constexpr int narrowestPair = 820; ///< two cards beside each other
constexpr int chartHeight = 250;
constexpr int tableHeight = 420;

TimeChartTexts rateTexts()
{
    return {.name = MachineView::tr("Defect rate"),
            .valueName = MachineView::tr("known defects an hour"),
            .barName = MachineView::tr("known defects a step")};
}

TimeChartTexts cycleTexts()
{
    return {.name = MachineView::tr("Cycle time"),
            .valueName = MachineView::tr("mean seconds a cycle"),
            .barName = MachineView::tr("events a step")};
}

/** While a part is shown, the note says how to get the whole back. */
template <class Chart>
void noteZoom(Chart *chart, Card *card, const std::function<QString()> &note)
{
    QObject::connect(chart, &Chart::zoomChanged, card, [card, note](bool zoomed) {
        card->setNote(zoomed ? MachineView::tr("a part of the window · Esc or a double click shows the whole")
                             : note());
    });
}

} // namespace

MachineView::MachineView(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : ScrollingPage(parent)
    , m_themes(themes)
    , m_formats(formats)
    , m_header(new MachineHeader(themes, formats, this))
    , m_states(new StateChart(themes, formats, this))
    , m_rate(new TimeChart(themes, formats, rateTexts(), this))
    , m_cycleTime(new TimeChart(themes, formats, cycleTexts(), this))
    , m_histogram(new HistogramChart(themes, formats, this))
    , m_events(new MachineEventsModel(formats, this))
    , m_rejections(new MachineRejectionsModel(formats, this))
    , m_eventTable(new DataTable(themes, tr("Newest events"), this))
    , m_rejectionTable(new DataTable(themes, tr("Rejected events"), this))
{
    m_eventTable->setModel(m_events);
    m_eventTable->setLinkColumn(MachineEventsModel::Event);
    m_eventTable->setWideColumn(MachineEventsModel::Event);
    m_rejectionTable->setModel(m_rejections);
    m_rejectionTable->setWideColumn(MachineRejectionsModel::Reason);
    makeContent();
    connectCharts();
    connectFigures();
    connect(m_header, &MachineHeader::placeChosen, this, &MachineView::placeChosen);
    connect(m_header, &MachineHeader::stateExplanationWanted, this, [this](QWidget *anchor) {
        emit explainRequested(explainMachine(FigureKind::State, m_machine, m_report, nullptr), anchor);
    });
    connect(m_header, &MachineHeader::editWanted, this, &MachineView::editWanted);
    connect(m_header, &MachineHeader::confirmWanted, this, &MachineView::confirmWanted);
    connect(m_eventTable, &DataTable::rowChosen, this, [this](const QModelIndex &index) {
        emit placeChosen(Place::ofEvent(m_events->eventAt(index.row())));
    });
    const auto followTheme = [this] { m_events->setLinkColour(m_themes.theme().accent); };
    followTheme();
    connect(&themes, &ThemeController::themeChanged, this, followTheme);
    connect(&themes, &ThemeController::typeChanged, this, &MachineView::arrange);
    arrange();
}

FigureStrip *MachineView::makeFigures()
{
    auto *strip = new FigureStrip(CardGap, this);
    for (KeyFigureCard *&card : m_figures) {
        card = new KeyFigureCard(m_themes, this);
        strip->addCard(card, 1);
    }
    return strip;
}

QBoxLayout *MachineView::makePair(QWidget *one, QWidget *other)
{
    auto *pair = new QBoxLayout(QBoxLayout::LeftToRight);
    pair->setSpacing(CardGap);
    pair->addWidget(one, 1);
    pair->addWidget(other, 1);
    m_pairs.push_back(pair);
    return pair;
}

void MachineView::makeContent()
{
    m_stateCard = new Card(m_themes, tr("State history"), m_states, this);
    m_rateCard = new Card(m_themes, tr("Defect rate"), m_rate, this);
    m_cycleCard = new Card(m_themes, tr("Cycle time"), m_cycleTime, this);
    m_histogramCard = new Card(m_themes, tr("Distribution of cycle times"), m_histogram, this);
    m_eventCard = new Card(m_themes, tr("Newest events"), m_eventTable, this);
    m_rejectionCard = new Card(m_themes, tr("Rejected events"), m_rejectionTable, this);

    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CardGap);
    layout->addWidget(m_header);
    layout->addWidget(makeFigures());
    layout->addWidget(m_stateCard);
    layout->addLayout(makePair(m_rateCard, m_cycleCard));
    layout->addLayout(makePair(m_histogramCard, m_rejectionCard));
    layout->addWidget(m_eventCard);
    layout->addStretch(1);
    setContent(content);
}

void MachineView::connectCharts()
{
    const auto nothing = [] { return QString(); };
    noteZoom(m_states, m_stateCard, nothing);
    noteZoom(m_rate, m_rateCard, [this] { return rateNote(); });
    noteZoom(m_cycleTime, m_cycleCard, nothing);
    connect(m_states, &StateChart::windowChosen, this, &MachineView::windowChosen);
    connect(m_rate, &TimeChart::windowChosen, this, &MachineView::windowChosen);
    connect(m_cycleTime, &TimeChart::windowChosen, this, &MachineView::windowChosen);
}

void MachineView::connectFigures()
{
    constexpr std::array<FigureKind, 6> kinds{FigureKind::DefectRate,     FigureKind::Availability,
                                              FigureKind::DefectsPercent, FigureKind::Events,
                                              FigureKind::CycleTime,      FigureKind::Clock};
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        KeyFigureCard *card = m_figures[i];
        card->setExplainable(true);
        connect(card, &KeyFigureCard::explainRequested, this, [this, card, kind = kinds[i]] {
            const MachineCycles *cycles = m_cycles ? &*m_cycles : nullptr;
            emit explainRequested(explainMachine(kind, m_machine, m_report, cycles), card);
        });
    }
}

void MachineView::setEntry(const RegisteredMachine *machine, bool canChange)
{
    m_header->setEntry(machine, canChange);
}

void MachineView::setEntryProblem(const QString &problem)
{
    m_header->setEntryProblem(problem);
}

void MachineView::setReport(const MachineId &machine, const MachineReport &report, const StateRules &rules)
{
    m_machine = machine;
    m_report = report;
    m_rules = rules;
    m_header->setReport(machine, report);
    m_states->setTimes(stateTimesOf(report));
    m_rate->setSeries(defectRateSeries(report, rules, m_formats));
    if (!m_rate->isZoomed())
        m_rateCard->setNote(rateNote());
    m_cycleTime->setSeries(cycleTimeSeries(report, m_formats));
    m_events->setEvents(report.newest);
    if (!m_hasFitted && !report.newest.empty()) {
        m_eventTable->fitColumns();
        m_hasFitted = true;
    }
    m_eventCard->setNote(report.newest.empty()
                             ? tr("none in this window")
                             : tr("the newest %1 of the window · times in %2")
                                   .arg(m_formats.count(std::ssize(report.newest)),
                                        m_formats.zoneName(report.newest.front().event.payload.eventTime)));
    showFigures();
}

/** What the rate is over. */
QString MachineView::rateNote() const
{
    return m_report.step > m_rules.healthWindow
        ? tr("over each step of %1").arg(durationText(m_report.step, m_formats))
        : tr("over the %1 before").arg(durationText(m_rules.healthWindow, m_formats));
}

void MachineView::setCycles(const MachineCycles &cycles)
{
    m_cycles = cycles;
    m_histogram->setTimes(cycles.times);
    m_histogramCard->setNote(
        cycles.isOfNewest ? tr("of the newest %1 events of the window").arg(m_formats.count(cycles.events))
                          : tr("%1 events").arg(m_formats.count(cycles.events)));
    m_rejections->setRejections(cycles.rejections);
    m_rejectionTable->fitColumns();
    m_rejectionCard->setNote(cycles.rejections.empty()
                                 ? tr("none that are kept")
                                 : tr("its newest %1, at any time · times in %2")
                                       .arg(m_formats.count(std::ssize(cycles.rejections)),
                                            m_formats.zoneName(cycles.rejections.front().receivedTime)));
    showFigures();
}

void MachineView::setCyclesProblem(const QString &problem)
{
    m_histogram->setMessage(problem);
}

void MachineView::forget()
{
    m_cycles.reset();
    m_histogram->setTimes({});
    m_histogram->setMessage(tr("Reading events…"));
    m_histogramCard->setNote({});
    m_rejections->setRejections({});
    m_rejectionCard->setNote({});
    m_hasFitted = false;
    verticalScrollBar()->setValue(0);
}

void MachineView::showFigures()
{
    const MachineFigures figures =
        machineFigures(m_report, m_cycles ? &*m_cycles : nullptr, m_rules, m_formats);
    const std::array shown{figures.defectRate, figures.availability, figures.defectsPer100,
                           figures.events,     figures.cycleTime,    figures.clock};
    for (std::size_t i = 0; i < shown.size(); ++i)
        m_figures[i]->setFigure(shown[i]);
}

void MachineView::resizeEvent(QResizeEvent *event)
{
    arrange();
    ScrollingPage::resizeEvent(event);
}

void MachineView::arrange()
{
    const bool beside = width() >= m_themes.scaledInt(narrowestPair);
    for (QBoxLayout *pair : m_pairs)
        pair->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    for (Card *card : {m_rateCard, m_cycleCard, m_histogramCard, m_rejectionCard})
        card->setFixedHeight(m_themes.scaledInt(chartHeight));
    m_eventCard->setFixedHeight(m_themes.scaledInt(tableHeight));
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overviewpage.h"

#include "ui/charts/paretochart.h"
#include "ui/charts/trendchart.h"
#include "ui/models/keyfigures.h"
#include "ui/models/machinegridmodel.h"
#include "ui/models/overviewexplanations.h"
#include "ui/pages/overviewbody.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/explainpopup.h"
#include "ui/widgets/figurestrip.h"
#include "ui/widgets/groupmenu.h"
#include "ui/widgets/keyfigurecard.h"
#include "ui/widgets/machinecard.h"
#include "ui/widgets/scrollingpage.h"

#include <QLabel>

#include <algorithm>

namespace linewatch::ui {

OverviewPage::OverviewPage(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QStackedWidget(parent)
    , m_themes(themes)
    , m_formats(formats)
    , m_machines(new MachineGridModel(formats, this))
    , m_loading(makeLoading())
    , m_empty(new EmptyState(themes, this))
    , m_emptyPage(new ScrollingPage(this))
    , m_grid(new MachineCard(*m_machines, themes, this))
    , m_machinesCard(new KeyFigureCard(themes, this))
    , m_eventsCard(new KeyFigureCard(themes, this))
    , m_defectsCard(new KeyFigureCard(themes, this))
    , m_availabilityCard(new KeyFigureCard(themes, this))
    , m_ingestCard(new KeyFigureCard(themes, this))
    , m_pareto(new ParetoChart(themes, formats, this))
    , m_trend(new TrendChart(themes, formats, this))
    , m_explain(new ExplainPopup(themes, formats, this))
    , m_content(makeContent())
{
    addWidget(m_loading);
    m_emptyPage->setContent(m_empty);
    addWidget(m_emptyPage);
    addWidget(m_content);
    connect(m_grid, &MachineCard::choiceChanged, this, &OverviewPage::gridChoiceChanged);
    connect(m_grid, &MachineCard::machineChosen, this,
            [this](const MachineId &machine) { emit placeChosen(Place::ofMachine(machine)); });
    m_pareto->setLinked(true);
    connect(m_pareto, &ParetoChart::lineChosen, this,
            [this](const LineId &line) { emit placeChosen(Place::ofLine(line)); });
    makeExplainable();
    connect(m_explain, &ExplainPopup::placeChosen, this, &OverviewPage::placeChosen);
    connect(m_empty, &EmptyState::demoRequested, this, &OverviewPage::demoRequested);
    connect(m_empty, &EmptyState::connectRequested, this, &OverviewPage::connectRequested);
}

QWidget *OverviewPage::makeLoading()
{
    auto *label = new QLabel(tr("Reading the newest events from the store…"), this);
    label->setAlignment(Qt::AlignCenter);
    return label;
}

FigureStrip *OverviewPage::makeKeyFigures()
{
    auto *strip = new FigureStrip(CardGap, this);
    strip->addCard(m_machinesCard, 30);
    strip->addCard(m_eventsCard, 20);
    strip->addCard(m_defectsCard, 20);
    strip->addCard(m_availabilityCard, 20);
    strip->addCard(m_ingestCard, 24);
    return strip;
}

QWidget *OverviewPage::makeContent()
{
    auto *gridCard = new Card(m_themes, tr("Machines"), m_grid, this);
    gridCard->setNote(tr("grouped by line · known defects an hour"));
    m_paretoCard = new Card(m_themes, tr("Top defect lines"), m_pareto, this);
    auto *trendCard = new Card(m_themes, tr("Events and defects"), m_trend, this);
    const auto noteTrend = [trendCard](bool zoomed) {
        trendCard->setNote(zoomed ? tr("a part of the window · Esc or a double click shows the whole")
                                  : tr("events a minute (line, left) · defects a minute (bars, right)"));
    };
    noteTrend(false);
    connect(m_trend, &TrendChart::zoomChanged, trendCard, noteTrend);

    return new OverviewBody(m_themes, makeKeyFigures(), gridCard, m_paretoCard, trendCard, this);
}

void OverviewPage::showSnapshot(const LiveSnapshotPtr &snapshot)
{
    setCurrentWidget(snapshot->isEmpty() ? static_cast<QWidget *>(m_emptyPage) : m_content);
    m_shown = snapshot;
    m_machines->update(snapshot);
    m_grid->showCounts(countStates(snapshot->machines));
    showKeyFigures(*snapshot);
    showCharts(*snapshot);
}

void OverviewPage::showEndpoint(const QUrl &endpoint)
{
    m_empty->setEndpoint(endpoint);
}

void OverviewPage::setGridChoice(const GridChoice &choice)
{
    m_grid->setChoice(choice);
}

void OverviewPage::findMachine()
{
    m_grid->find();
}

void OverviewPage::makeExplainable()
{
    const std::pair<KeyFigureCard *, FigureKind> explained[] = {
        {m_machinesCard, FigureKind::HealthyMachines},
        {m_eventsCard, FigureKind::EventsPerMinute},
        {m_defectsCard, FigureKind::Defects},
        {m_availabilityCard, FigureKind::Availability},
        {m_ingestCard, FigureKind::CommitTime}};
    for (const auto &[card, kind] : explained) {
        card->setExplainable(true);
        connect(card, &KeyFigureCard::explainRequested, this,
                [this, card = card, kind = kind] { explain(kind, card); });
    }
    connect(m_grid, &MachineCard::machineMenuWanted, this, &OverviewPage::openMenu);
}

/** By the very numbers that are on screen. */
void OverviewPage::explain(FigureKind kind, KeyFigureCard *card)
{
    if (!m_shown)
        return;
    const FigureKind shown = kind == FigureKind::CommitTime ? ingestKind(*m_shown) : kind;
    m_explain->showExplanation(explainPlant(shown, *m_shown), card, m_queries);
}

void OverviewPage::openMenu(const MachineId &machine, QPoint where)
{
    const GroupMenu menu{.self = Place::ofMachine(machine),
                         .events = Place::eventsOfMachine(machine),
                         .go = [this](const Place &place) { emit placeChosen(place); },
                         .figures = {FigureKind::State, FigureKind::DefectRate, FigureKind::DefectsPercent,
                                     FigureKind::Availability, FigureKind::Events, FigureKind::CycleTime},
                         .explain = [this, machine](FigureKind kind) { explainMachine(kind, machine); }};
    menu.popup(where, this);
}

void OverviewPage::explainMachine(FigureKind kind, const MachineId &machine)
{
    const auto found = std::ranges::find(m_shown->machines, machine, &MachineSnapshot::machineId);
    if (found != m_shown->machines.end())
        m_explain->showExplanation(explainTile(kind, *found, *m_shown, m_formats), m_grid->tiles(),
                                   m_queries);
}

void OverviewPage::showKeyFigures(const LiveSnapshot &snapshot)
{
    const KeyFigures figures = keyFigures(snapshot, m_formats);
    m_machinesCard->setFigure(figures.machines);
    m_machinesCard->setStates(figures.states);
    m_eventsCard->setFigure(figures.events);
    m_defectsCard->setFigure(figures.defects);
    m_availabilityCard->setFigure(figures.availability);
    m_ingestCard->setFigure(figures.ingest);
}

void OverviewPage::showCharts(const LiveSnapshot &snapshot)
{
    const Pareto pareto = paretoOf(snapshot);
    const QString span = snapshot.origin == SnapshotOrigin::StorePast
        ? m_formats.span(pareto.window)
        : tr("%1 – %2").arg(m_formats.time(pareto.window.start), m_formats.time(pareto.window.end));
    QString note = tr("%1 · %2 defects").arg(span, m_formats.count(pareto.defects));
    if (snapshot.wholeHoursBefore)
        note = tr("%1 · before %2: whole hours").arg(note, m_formats.dateAndTime(*snapshot.wholeHoursBefore));
    m_paretoCard->setNote(note);
    m_pareto->setPareto(pareto);
    m_trend->setTrend(trendOf(snapshot));
}

} // namespace linewatch::ui

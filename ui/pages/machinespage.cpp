// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/machinespage.h"

#include "analytics/coverage.h"
#include "model/systemclock.h"
#include "model/registrypatch.h"
#include "ui/models/registrydesk.h"
#include "ui/models/sentence.h"
#include "ui/pages/machinelist.h"
#include "ui/pages/machineview.h"
#include "ui/widgets/explainpopup.h"

#include <QHideEvent>
#include <QShowEvent>
#include <QStackedWidget>

namespace linewatch::ui {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds shortestCyclesPause{10'000}; ///< events are asked for beside the rest of the page

bool isSameKind(const ShownTime &one, const ShownTime &other)
{
    if (!one.isRunning || !other.isRunning)
        return one == other;
    const auto difference = std::chrono::abs(one.window.length() - other.window.length());
    return difference < std::chrono::minutes{1};
}

} // namespace

MachinesPage::MachinesPage(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : Page(themes, formats, parent)
    , m_content(new QStackedWidget(this))
    , m_list(new MachineList(themes, formats, m_content))
    , m_view(new MachineView(themes, formats, m_content))
    , m_explain(new ExplainPopup(themes, formats, this))
{
    m_content->addWidget(m_list);
    m_content->addWidget(m_view);
    setContent(m_content);
    connect(m_list, &MachineList::machineChosen, this,
            [this](const MachineId &machine) { emit placeChosen(Place::ofMachine(machine)); });
    connect(m_view, &MachineView::placeChosen, this, &MachinesPage::placeChosen);
    connect(m_view, &MachineView::windowChosen, this, &MachinesPage::windowChosen);
    connect(m_list, &MachineList::placeChosen, this, &MachinesPage::placeChosen);
    connect(m_list, &MachineList::explainRequested, this, &MachinesPage::explain);
    connect(m_view, &MachineView::explainRequested, this, &MachinesPage::explain);
    connect(m_explain, &ExplainPopup::placeChosen, this, &MachinesPage::placeChosen);
}

void MachinesPage::setRegistry(RegistryDesk &desk)
{
    m_desk = &desk;
    connect(&desk, &RegistryDesk::read, this, &MachinesPage::showEntry);
    connect(&desk, &RegistryDesk::stateChanged, this, &MachinesPage::showEntry);
    connect(m_view, &MachineView::editWanted, this, [this] { emit editWanted(place().machine); });
    connect(m_view, &MachineView::confirmWanted, this, &MachinesPage::confirm);
}

void MachinesPage::showEntry()
{
    const KnownRegistryPtr known = m_desk ? m_desk->known() : nullptr;
    const RegisteredMachine *machine = known ? known->registry.machine(place().machine) : nullptr;
    m_view->setEntry(machine, machine && m_desk->canChange());
}

void MachinesPage::confirm()
{
    const KnownRegistryPtr known = m_desk->known();
    const RegisteredMachine *machine = known ? known->registry.machine(place().machine) : nullptr;
    if (!machine || !m_desk->canChange())
        return;
    RegistryChange change{known->registry.revision, tr("confirmation of %1").arg(place().machine.toString())};
    change.machines = {patched(*machine, {.confirmed = true})};
    m_view->setEntryProblem({});
    m_desk->apply(std::move(change), this, [this](const Result<std::int64_t> &revision) {
        if (!revision)
            m_view->setEntryProblem(tr("It was not confirmed: %1").arg(asSentence(revision.failure().shown)));
    });
}

/** Only of one machine something is shown that the registry says. */
void MachinesPage::watchRegistry()
{
    if (!m_desk)
        return;
    if (isVisible() && !place().machine.isEmpty())
        m_desk->watch(this);
    else
        m_desk->unwatch(this);
}

void MachinesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    watchRegistry();
}

void MachinesPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    watchRegistry();
}

void MachinesPage::explain(Explanation explanation, QWidget *anchor)
{
    explanation.settling = settling();
    m_explain->showExplanation(explanation, anchor, queries());
}

void MachinesPage::findMachine()
{
    if (place().machine.isEmpty())
        m_list->find();
}

void MachinesPage::changePlace()
{
    m_rows.cancel();
    m_report.cancel();
    m_cycles.cancel();
    m_cyclesTime.reset();
    m_view->forget();
    m_view->setEntryProblem({});
    watchRegistry();
    showEntry();
}

void MachinesPage::ask()
{
    if (place().machine.isEmpty()) {
        askRows();
        return;
    }
    askReport();
    const bool isOld = !m_cyclesTime || !isSameKind(*m_cyclesTime, shownTime());
    const milliseconds pause = std::max(shortestCyclesPause, PausePerReading * m_cyclesTook);
    if (isOld || (m_cyclesHeard.hasExpired(pause.count()) && !m_cycles.isWaiting()))
        askCycles();
}

void MachinesPage::askRows()
{
    m_rows.ask(
        queries(),
        [window = shownTime().window, rules = rules()](EventReader &reader) {
            return readRows(reader, window, rules);
        },
        [this](const Result<Rows> &answer, milliseconds took) {
            if (accept(answer, took))
                showRows(*answer);
        });
}

Result<MachinesPage::Rows> MachinesPage::readRows(EventReader &reader, TimeWindow window,
                                                  const StateRules &rules)
{
    const Result<Coverage> coverage = coverageOf(reader, window);
    if (!coverage)
        return coverage.failure();
    Result<std::vector<MachineRow>> machines = readMachineRows(reader, window, SystemClock().now(), rules);
    if (!machines)
        return machines.failure();
    return Rows{std::move(*machines), coverage->window};
}

void MachinesPage::showRows(const Rows &rows)
{
    m_content->setCurrentWidget(m_list);
    if (rows.machines.empty()) {
        showEmpty(tr("No machine has sent an event yet"),
                  tr("Machines appear here by themselves with their first event. The Overview shows how to "
                     "connect one, and has a demo plant to look around in."));
        return;
    }
    m_list->setRows(rows.machines, rows.window);
}

void MachinesPage::askReport()
{
    const TimeWindow window = shownTime().window;
    m_report.ask(
        queries(),
        [machine = place().machine, window, rules = rules()](EventReader &reader) {
            return readMachineReport(reader, machine, window, SystemClock().now(), rules);
        },
        [this](const Result<MachineReport> &answer, milliseconds took) {
            if (accept(answer, took))
                showReport(*answer);
        });
}

void MachinesPage::showReport(const MachineReport &report)
{
    m_content->setCurrentWidget(m_view);
    if (!report.isKnown) {
        showEmpty(tr("There is no machine %1").arg(place().machine.toString()),
                  tr("The store has no event of a machine of this name. Names are compared letter by letter, "
                     "capitals and blanks too. Choose Machines on the left for a list of those there are."));
        return;
    }
    m_view->setReport(place().machine, report, report.rules);
}

void MachinesPage::askCycles()
{
    m_cyclesTime = shownTime();
    m_cycles.ask(
        queries(),
        [machine = place().machine, window = shownTime().window](EventReader &reader) {
            return readMachineCycles(reader, machine, window);
        },
        [this](const Result<MachineCycles> &answer, milliseconds took) { hearCycles(answer, took); });
}

/** The page itself says what is wrong with the store; here it is only said why there is no chart. */
void MachinesPage::hearCycles(const Result<MachineCycles> &cycles, milliseconds took)
{
    m_cyclesTook = took;
    m_cyclesHeard.start();
    if (cycles) {
        m_view->setCycles(*cycles);
    } else {
        m_cyclesTime.reset(); // asked again with the page
        m_view->setCyclesProblem(tr("The events could not be read. It is tried again in a while."));
    }
}

} // namespace linewatch::ui

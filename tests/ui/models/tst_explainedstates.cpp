// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/countedplant.h"
#include "model/samples.h"
#include "monitor/windowquestion.h"
#include "storage/sqlregistrystore.h"
#include "support/testprogram.h"
#include "ui/calculation.h"
#include "ui/madeplant.h"
#include "ui/models/explanationtext.h"
#include "ui/models/grouptablemodel.h"
#include "ui/models/lineexplanations.h"
#include "ui/models/machineexplanations.h"
#include "ui/models/machinetablemodel.h"
#include "ui/models/machinetile.h"
#include "ui/models/overviewexplanations.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

const Instant judgedFrom = madeNow() - 48h;
const TimeWindow judgedSpan{judgedFrom, judgedFrom + 48h};

} // namespace

/**
 * Stores made by chance, with machines that have limits of their own or are retired: the state of each is
 * what its explanation's rules come to, and what counting the events by hand comes to.
 */
class TestExplainedStates : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_states.clear(); }

    void statesInTheListOfMachinesAreExplained()
    {
        overChance(51, [this](CountedPlant &plant, TimeWindow window, Instant now) {
            MachineTableModel model(m_formats);
            model.setRows(readMachineRows(plant.store.reader(), window, now, m_rules).value());
            for (int row = 0; row < model.rowCount(); ++row) {
                const Explanation explanation =
                    explainMachineRow(FigureKind::State, model.rowAt(row), window);
                check(explanation, model.index(row, MachineTableModel::State).data().toString());
                const TimeWindow day{now - 24h, Instant::max()};
                const bool isRecent = plant.total(day, {}, explanation.subject.machineId).events > 0;
                checkByHand(plant, explanation, isRecent, now);
            }
        });
        QVERIFY2(m_states.size() == 4, qPrintable(QString::number(m_states.size())));
    }

    void statesOfMachinesOnALineAreExplained()
    {
        overChance(61, [this](CountedPlant &plant, TimeWindow window, Instant now) {
            const LineId line(std::string("L-1"));
            const LineReport report =
                readLineReport(plant.store.reader(), line, window, now, m_rules).value();
            GroupTableModel model(GroupTableModel::Of::Machines, m_formats);
            model.show(report);
            for (int row = 0; row < model.rowCount(); ++row) {
                const MachineOnLine &machine = report.machines.at(static_cast<std::size_t>(row));
                QCOMPARE(machine.machineId.toString(), model.nameAt(row));
                const Explanation explanation = explainMachineOnLine(FigureKind::State, line, machine);
                check(explanation, model.index(row, GroupTableModel::State).data().toString());
                const bool hasEvents = plant.total(report.windows.window, {}, machine.machineId).events > 0;
                checkByHand(plant, explanation, hasEvents,
                            report.windows.isRunning ? std::optional(now) : std::nullopt);
            }
        });
        QVERIFY2(m_states.size() == 4, qPrintable(QString::number(m_states.size())));
    }

    void statesOnTilesAreExplained()
    {
        overChance(91, [this](CountedPlant &plant, TimeWindow window, Instant now) {
            const LiveSnapshot snapshot = readWindow(plant.store.reader(), window, now, m_rules).value();
            for (const MachineSnapshot &machine : snapshot.machines) {
                const Explanation explanation = explainTile(FigureKind::State, machine, snapshot, m_formats);
                check(explanation, stateWord(machine.state));
                const bool hasEvents = plant.total(snapshot.window, {}, machine.machineId).events > 0;
                checkByHand(plant, explanation, hasEvents,
                            snapshot.isRunning() ? std::optional(now) : std::nullopt);
            }
        });
        QVERIFY2(m_states.size() == 4, qPrintable(QString::number(m_states.size())));
    }

    void statesOnThePagesOfMachinesAreExplained()
    {
        overChance(101, [this](CountedPlant &plant, TimeWindow window, Instant now) {
            for (const char *name : {"M-1", "M-2", "M-3"}) {
                const MachineId machine{std::string(name)};
                const MachineReport report =
                    readMachineReport(plant.store.reader(), machine, window, now, m_rules).value();
                const Explanation explanation = explainMachine(FigureKind::State, machine, report, nullptr);
                check(explanation, stateWord(report.judgement.state));
                const TimeWindow day{now - 24h, Instant::max()};
                checkByHand(plant, explanation, plant.total(day, {}, machine).events > 0, now);
            }
        });
        QVERIFY2(m_states.size() == 4, qPrintable(QString::number(m_states.size())));
    }

    void statesOfALineAddUp()
    {
        overChance(71, [this](CountedPlant &plant, TimeWindow window, Instant now) {
            const LinesReport report = readLinesReport(plant.store.reader(), window, now, m_rules).value();
            for (const LineRow &row : report.lines) {
                const auto text =
                    explanationText(explainLineRow(FigureKind::HealthyMachines, row), m_formats);
                const int healthy = row.states[static_cast<std::size_t>(MachineState::Healthy)];
                QCOMPARE(problemOf(text.calculation, m_formats.count(healthy)), QString());
                QVERIFY(eventsBehind(explainLineRow(FigureKind::HealthyMachines, row)).defects
                        == EventDefects::Any);
            }
        });
    }

    void lastEventsAreThoseInTheStore()
    {
        int found = 0;
        overChance(81, [&](CountedPlant &plant, TimeWindow window, Instant now) {
            const auto rows = readMachineRows(plant.store.reader(), window, now, m_rules).value();
            for (const MachineRow &row : rows) {
                const Explanation shown = explainMachineRow(FigureKind::LastEvent, row, window);
                QVERIFY(wantsMore(shown));
                QVERIFY(eventsBehind(shown).window->contains(row.entry.lastEventTime));
                const Explanation explanation = completed(plant.store.reader(), shown).value();
                QVERIFY(!wantsMore(explanation));
                const auto &facts = std::get<LastEventFacts>(explanation.facts);
                QVERIFY(facts.event);
                QVERIFY(facts.event->payload.machineId == row.entry.machineId);
                QVERIFY(facts.event->payload.eventTime == plant.last(row.entry.machineId));
                QVERIFY(eventsBehind(explanation) == Place::ofEvent(facts.event->eventId));
                const QString spoken = explanationText(explanation, m_formats).spoken();
                for (const QString &part :
                     {facts.event->eventId.toString(), m_formats.timeWithSeconds(facts.event->recordedTime)})
                    QVERIFY2(spoken.contains(part), qPrintable(spoken));
                ++found;
            }
        });
        QVERIFY(found > 50);
    }

    void anEventThatWasMovedMeanwhileIsSaidToBeGone()
    {
        TestStore store;
        store.insert("E-1", payloadOf("M-1", judgedFrom), judgedFrom + 1s);
        const MachineRow row =
            readMachineRows(store.reader(), judgedSpan, judgedFrom + 2s, StateRules()).value().front();
        store.correct("E-1", payloadOf("M-1", judgedFrom - 1h), judgedFrom + 3s);
        const Explanation gone =
            completed(store.reader(), explainMachineRow(FigureKind::LastEvent, row, judgedSpan)).value();
        QVERIFY(!std::get<LastEventFacts>(gone.facts).event);
        QVERIFY(explanationText(gone, m_formats).spoken().contains(QStringLiteral("was corrected since")));
    }

    void aGatewaysClockIsToldApartFromTheServers()
    {
        LastEventFacts facts{judgedFrom, judgedFrom + 9s};
        facts.event = StoredEvent{EventId(std::string("E-1")), payloadOf("M-1", judgedFrom), judgedFrom + 5s,
                                  judgedFrom + 9s, 3};
        facts.wasRead = true;
        const auto names = [&] {
            QStringList list;
            const auto text =
                explanationText(explain(FigureKind::LastEvent, {MachineId(std::string("M-1")), {}},
                                        {judgedSpan, 0, {}}, FigureFacts(facts)),
                                m_formats);
            for (const ExplanationText::Number &number : text.numbers)
                list << number.name + QLatin1Char('=') + number.value;
            return list.join(QLatin1Char('|'));
        };
        QVERIFY(names().contains(QStringLiteral("clock of its sender=13 Jan 14:12:12 CET")));
        QVERIFY(names().contains(QStringLiteral("clock of the server=13 Jan 14:12:16 CET")));
        QVERIFY(names().contains(QStringLiteral("Corrections=2")));
        facts.event->receivedTime = facts.event->recordedTime;
        QVERIFY(!names().contains(QStringLiteral("clock of its sender")));
    }

    void aRateThatRoundsToItsLimitIsWrittenOutFurther()
    {
        StateJudgement judgement;
        judgement.moment = judgedSpan.end;
        judgement.lookedAt = judgedSpan;
        judgement.hasData = true;
        judgement.isOver = true;
        judgement.health = {judgedSpan.end - 3'600'900ms, judgedSpan.end};
        judgement.totals = {10, 0, 2, 0}; // 1.9995 an hour
        const auto text = explanationText(
            explain(FigureKind::State, {}, {judgedSpan, 1, judgement.totals}, FigureFacts(judged(judgement))),
            m_formats);
        QVERIFY2(text.calculation.contains(QStringLiteral("= 1.9995 an hour < 2.0 an hour, so Healthy")),
                 qPrintable(text.calculation));
    }

private:
    template <class Check>
    void overChance(std::uint32_t seed, const Check &check)
    {
        for (std::uint32_t store = 0; store < 2; ++store) {
            CountedPlant plant(seed + store, judgedSpan, 200);
            enterLimits(plant.store);
            Dice dice(seed + 100 + store);
            static constexpr std::array later{1h, 30h};
            for (int i = 0; i < 15; ++i) {
                const Instant begins = dice.between(judgedSpan.start, judgedSpan.end - 2h);
                const Instant end =
                    dice.chance(50) ? judgedSpan.end : dice.between(begins + 1s, judgedSpan.end);
                const TimeWindow window{dice.chance(30) ? std::max(begins, end - 20min) : begins, end};
                const Instant now = dice.chance(60) ? window.end - 1us : judgedSpan.end + dice.pick(later);
                const ReadSnapshot reading(plant.store.reader());
                check(plant, window, std::max(now, window.start + 1us));
            }
        }
    }

    /** M-2 has limits of its own, M-3 is retired in the middle of the judgedSpan. */
    static void enterLimits(const TestStore &store)
    {
        RegisteredMachine own;
        own.machineId = MachineId(std::string("M-2"));
        own.silenceLimit = 3h;
        own.threshold = Decimal{150, 2};
        RegisteredMachine retired;
        retired.machineId = MachineId(std::string("M-3"));
        retired.retiredSince = judgedSpan.start + 24h;
        const auto registry = std::move(*SqlRegistryStore::open(store.url()));
        QVERIFY(
            registry->apply({.basedOn = 0, .what = {}, .machines = {own, retired}}, judgedSpan.start).ok());
    }

    void check(const Explanation &explanation, const QString &onScreen)
    {
        const ExplanationText text = explanationText(explanation, m_formats);
        QCOMPARE(text.result, onScreen);
        const QString problem = problemOfJudgement(text.calculation, onScreen);
        QVERIFY2(problem.isEmpty(), qPrintable(text.title + QStringLiteral(": ") + problem));
        const auto &judgement = std::get<StateJudgement>(explanation.facts);
        const bool isOld = judgement.retiredSince && *judgement.retiredSince <= judgement.moment;
        QCOMPARE(text.spoken().contains(QStringLiteral("never Silent")), isOld);
        m_states.insert(onScreen);
    }

    /** @p now is nothing where the window is over. */
    void checkByHand(const CountedPlant &plant, const Explanation &explanation, bool hasEvents,
                     std::optional<Instant> now)
    {
        const auto &judgement = std::get<StateJudgement>(explanation.facts);
        const MachineId &machine = explanation.subject.machineId;
        const bool isOwn = machine == MachineId(std::string("M-2"));
        const bool isRetired =
            machine == MachineId(std::string("M-3")) && judgement.moment >= judgedSpan.start + 24h;
        const Totals counted = plant.total(judgement.health, {}, machine);
        QCOMPARE(judgement.totals, counted);
        const double hours =
            std::chrono::duration<double, std::ratio<3'600>>(judgement.health.length()).count();
        const bool isWarning = static_cast<double>(counted.defects) / hours >= (isOwn ? 1.5 : 2.0);
        const auto limit = isOwn ? std::chrono::microseconds(3h) : m_rules.silenceLimit;
        MachineState expected = isWarning ? MachineState::Warning : MachineState::Healthy;
        if (now && !isRetired && *now - plant.last(machine).value_or(judgedFrom) > limit)
            expected = MachineState::Silent;
        if (!hasEvents)
            expected = MachineState::NoData;
        QCOMPARE(stateWord(judgement.state), stateWord(expected));
    }

    const Formats m_formats = madeFormats();
    const StateRules m_rules{.silenceLimit = 30min, .healthWindow = 1h, .healthThreshold = 2.0};
    std::set<QString> m_states;
};

LINEWATCH_WIDGET_TEST(TestExplainedStates)
#include "tst_explainedstates.moc"

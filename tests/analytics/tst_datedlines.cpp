// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/datedplant.h"
#include "analytics/defectlines.h"
#include "analytics/directory.h"
#include "analytics/eventindex.h"
#include "analytics/linereport.h"
#include "analytics/readexplanation.h"
#include "analytics/storenames.h"
#include "model/samples.h"
#include "storage/required.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

constexpr StateRules rules{.silenceLimit = 5min, .healthWindow = 1h, .healthThreshold = 2.0};
const TimeWindow span{at("2026-01-13T22:30:00Z"), at("2026-01-15T07:20:11Z")};

Totals sumOf(const SumsByMachine &machines)
{
    Totals sum;
    for (const auto &[machineId, totals] : machines)
        sum += totals;
    return sum;
}

} // namespace

/** Lines that count from a date, held against a recount event by event, on every engine. */
class DatedLinesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestEngines::addEnginesAndNodes(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        QFETCH_GLOBAL(int, nodes);
        std::unique_ptr<DatedPlant> &plant = m_plants[{engine, nodes}];
        if (!plant)
            plant = std::make_unique<DatedPlant>(m_engines.makeDatabase(engine), nodes, span, 350);
        m_plant = plant.get();
        m_plant->beginAnew(17);
    }

    void topDefectLinesAreThoseOfARecount()
    {
        for (int i = 0; i < 40; ++i) {
            anew(i);
            const TimeWindow window = m_plant->randomWindow();
            const FactoryId factory(std::string(i % 3 == 0 ? "F-1" : ""));
            std::map<LineId, Totals> expected;
            for (const auto &[line, machines] : m_plant->count(window, factory)) {
                if (const Totals sum = sumOf(machines); sum.defects > 0)
                    expected[line] = sum;
            }
            const auto found = required(topDefectLines(m_plant->reader(), window, 100, factory));
            QCOMPARE(found.size(), expected.size());
            for (const DefectLine &line : found) {
                QCOMPARE(line.defects, expected[line.lineId].defects);
                QCOMPARE(line.events, expected[line.lineId].events);
            }
        }
    }

    void reportsOfLinesAreThoseOfARecount()
    {
        for (int i = 0; i < 15; ++i) {
            anew(i);
            const TimeWindow window = m_plant->randomWindow();
            const LinesReport report = required(readLinesReport(m_plant->reader(), window, span.end, rules));
            const auto expected = m_plant->count(window);
            std::vector<std::map<LineId, SumsByMachine>> steps;
            for (std::size_t step = 0; step < report.steps.count(window); ++step)
                steps.push_back(m_plant->count(report.steps.part(window, step)));
            for (const LineRow &row : report.lines) {
                const auto line = expected.find(row.lineId);
                QCOMPARE(row.now.totals, line == expected.end() ? Totals{} : sumOf(line->second));
                QCOMPARE(row.now.machines, line == expected.end() ? 0 : std::ssize(line->second));
                verifySteps(row.defects, steps, row.lineId);
            }
            for (const auto &[line, machines] : expected)
                QVERIFY(std::ranges::find(report.lines, line, &LineRow::lineId) != report.lines.end());

            const LineId lineId = m_plant->dice().pick(std::vector<LineId>{id("L-1"), id("L-3"), id("M-0")});
            const LineReport one =
                required(readLineReport(m_plant->reader(), lineId, window, span.end, rules));
            const auto line = expected.find(lineId);
            const SumsByMachine machines = line == expected.end() ? SumsByMachine{} : line->second;
            QCOMPARE(one.line.now.totals, sumOf(machines));
            for (const MachineOnLine &row : one.machines) {
                const auto machine = machines.find(row.machineId);
                QCOMPARE(row.now.totals, machine == machines.end() ? Totals{} : machine->second);
            }
            Totals trend;
            for (const Totals &step : one.trend)
                trend += step;
            QCOMPARE(trend, one.line.now.totals);
        }
    }

    void explanationsAreThoseOfARecount()
    {
        for (int i = 0; i < 20; ++i) {
            anew(i);
            const TimeWindow window = m_plant->randomWindow();
            const auto expected = m_plant->count(window);
            const LineId lineId = m_plant->dice().pick(std::vector<LineId>{id("L-1"), id("L-2"), id("M-3")});
            FigureSubject subject;
            subject.lineId = lineId;
            const Explanation told =
                required(readExplanation(m_plant->reader(), FigureKind::DefectsPercent, subject, window));
            const auto line = expected.find(lineId);
            QCOMPARE(told.numbers.totals, line == expected.end() ? Totals{} : sumOf(line->second));
        }
    }

    void pagesOfALineAreThoseOfARecount()
    {
        for (int i = 0; i < 20; ++i) {
            anew(i);
            const TimeWindow window = m_plant->randomWindow();
            const LineId line =
                m_plant->dice().pick(std::vector<LineId>{id("L-1"), id("L-3"), id("M-2"), {}});
            const MachineId machine =
                m_plant->dice().chance(30) ? MachineId(std::string("M-2")) : MachineId();
            const EventSelection selection{window, machine, line, defects(i)};
            const std::vector<std::string> expected = m_plant->listed(selection);
            const EventFilter filter{machine, line, window.start, window.end, selection.defects};
            std::vector<std::string> found;
            std::optional<EventCursor> cursor;
            do {
                const EventPage page = required(m_plant->reader().events(filter, 7, cursor));
                for (const EventItem &item : page.items) {
                    found.push_back(item.event.eventId.utf8());
                    QCOMPARE(item.line, m_plant->lineOf(item.event.payload));
                }
                cursor = page.next;
            } while (cursor);
            QCOMPARE(found, expected);
            QCOMPARE(required(m_plant->reader().countByReading(filter)), std::ssize(expected));
        }
    }

    void anIndexOfALineCountsAndPlacesTheRowsOfARecount()
    {
        std::int64_t rowsOfLines = 0;
        for (int i = 0; i < 24; ++i) {
            anew(i);
            const TimeWindow window = i % 4 == 0 ? span : m_plant->randomWindow();
            const LineId line = m_plant->dice().pick(
                std::vector<LineId>{id("L-1"), id("L-2"), id("L-3"), id("M-0"), id("M-2"), {}});
            const MachineId machine =
                m_plant->dice().chance(25) ? MachineId(std::string("M-2")) : MachineId();
            const EventSelection selection{window, machine, line, defects(i)};
            const std::vector<std::string> expected = m_plant->listed(selection);
            const EventIndex index = required(readEventIndex(m_plant->reader(), selection));
            QVERIFY(!index.isCut());
            QCOMPARE(index.rows(), std::ssize(expected));
            QCOMPARE(required(countEvents(m_plant->reader(), selection)), std::ssize(expected));
            verifyRows(index, expected);
            if (selection.defects != EventDefects::Any && !line.isEmpty())
                rowsOfLines += index.rows();
        }
        QVERIFY(rowsOfLines > 30);
    }

    void aCutIndexOfALineIsTheBeginningOfTheWholeOne()
    {
        int cuts = 0;
        for (int i = 0; i < 16; ++i) {
            anew(i);
            const LineId line = m_plant->dice().pick(std::vector<LineId>{id("L-1"), id("L-2"), id("M-2")});
            EventSelection selection{span, {}, line, defects(i)};
            const LookLimits limits{m_plant->dice().between(1, 80), m_plant->dice().between(1, 12)};
            const EventIndex index = required(readEventIndex(m_plant->reader(), selection, limits));
            const Instant from = *index.filter().from;
            QCOMPARE(index.isCut(), from > selection.window.start);
            selection.window.start = from;
            const std::vector<std::string> expected = m_plant->listed(selection);
            QCOMPARE(index.rows(), std::ssize(expected));
            verifyRows(index, expected);
            cuts += index.isCut() ? 1 : 0;
        }
        QVERIFY(cuts > 2);
    }

    void aSingleEventTellsTheLineOfItsTime()
    {
        for (const auto &[id, event] : m_plant->events()) {
            const auto history = required(m_plant->reader().event(EventId(id)));
            QVERIFY(history);
            QCOMPARE(history->current.line, m_plant->lineOf(event.payload));
            for (const RevisionItem &revision : history->revisions)
                QCOMPARE(revision.item.line, m_plant->lineOf(revision.item.event.payload));
        }
    }

    void theListOfLinesIsThatOfARecount()
    {
        for (int i = 0; i < 10; ++i) {
            m_plant->assignAnew();
            std::map<LineId, std::pair<std::set<MachineId>, Instant>> expected;
            for (const auto &[id, event] : m_plant->events()) {
                auto &[machines, last] = expected[m_plant->lineOf(event.payload)];
                machines.insert(event.payload.machineId);
                last = std::max(last, event.payload.eventTime);
            }
            const auto found = required(listLines(m_plant->reader()));
            QCOMPARE(found.size(), expected.size());
            for (const LineEntry &line : found) {
                QCOMPARE(line.machines, std::ssize(expected[line.lineId].first));
                QCOMPARE(line.lastEventTime, expected[line.lineId].second);
            }
            const StoreNames names = required(readStoreNames(m_plant->reader()));
            for (const auto &[line, content] : expected)
                QVERIFY(std::ranges::find(names.lines, line) != names.lines.end());
        }
    }

private:
    static EventDefects defects(int round) { return static_cast<EventDefects>(round % 3); }

    /** Each row where it stands, read in one go and from some places on. */
    void verifyRows(const EventIndex &index, const std::vector<std::string> &expected)
    {
        const std::int64_t rows = index.rows();
        verifyRows(index, expected, 0, rows);
        for (int i = 0; i < 5 && rows > 0; ++i)
            verifyRows(index, expected, m_plant->dice().between(0, rows - 1), 2);
    }

    void verifyRows(const EventIndex &index, const std::vector<std::string> &expected, std::int64_t first,
                    std::int64_t count)
    {
        if (count == 0)
            return;
        const EventStretch read =
            required(readEventRows(m_plant->reader(), index.filter(), index.seek(first), first, count));
        QCOMPARE(std::ssize(read.items), std::min(count, index.rows() - first));
        for (std::size_t i = 0; i < read.items.size(); ++i)
            QCOMPARE(read.items[i].event.eventId.utf8(), expected.at(static_cast<std::size_t>(first) + i));
        QVERIFY(read.items.front().event.payload.eventTime < index.timeNear(first));
    }

    static LineId id(const std::string &text) { return LineId(text); }

    void anew(int round)
    {
        if (round % 5 == 4)
            m_plant->assignAnew();
    }

    /** @p steps as counted. */
    static void verifySteps(const std::vector<std::optional<std::int64_t>> &defects,
                            const std::vector<std::map<LineId, SumsByMachine>> &steps, const LineId &line)
    {
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const auto own = steps[i].find(line);
            const Totals expected = own == steps[i].end() ? Totals{} : sumOf(own->second);
            const bool isKnown = expected.events > expected.unknownEvents;
            const std::optional<std::int64_t> told = i < defects.size() ? defects[i] : std::nullopt;
            QCOMPARE(told, isKnown ? std::optional(expected.defects) : std::nullopt);
        }
    }

    TestEngines m_engines;
    std::map<std::pair<Engine, int>, std::unique_ptr<DatedPlant>> m_plants; ///< by engine and nodes
    DatedPlant *m_plant = nullptr; ///< of the engine whose turn it is
};

LINEWATCH_TEST(DatedLinesTest)
#include "tst_datedlines.moc"

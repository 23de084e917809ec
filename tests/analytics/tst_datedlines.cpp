// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/datedplant.h"
#include "analytics/defectlines.h"
#include "analytics/directory.h"
#include "analytics/eventindex.h"
#include "analytics/explanation.h"
#include "analytics/linereport.h"
#include "analytics/storenames.h"
#include "model/samples.h"
#include "storage/required.h"

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
    void initTestCase_data() { TestEngines::addRows(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        QFETCH_GLOBAL(int, nodes);
        m_plant = std::make_unique<DatedPlant>(m_engines.makeDatabase(engine), nodes, 17, span, 350);
    }
    void cleanup() { m_plant.reset(); }

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
            for (const LineRow &row : report.lines) {
                const auto line = expected.find(row.lineId);
                QCOMPARE(row.now.totals, line == expected.end() ? Totals{} : sumOf(line->second));
                QCOMPARE(row.now.machines, line == expected.end() ? 0 : std::ssize(line->second));
                verifySteps(row.defects, report.steps, window, row.lineId);
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
            const std::vector<std::string> expected = m_plant->listed(window, line, machine);
            std::vector<std::string> found;
            std::optional<EventCursor> cursor;
            do {
                const EventPage page =
                    required(m_plant->reader().events({machine, line, window.start, window.end}, 7, cursor));
                for (const EventItem &item : page.items) {
                    found.push_back(item.event.eventId.utf8());
                    QCOMPARE(item.line, m_plant->lineOf(item.event.payload));
                }
                cursor = page.next;
            } while (cursor);
            QCOMPARE(found, expected);

            const EventSelection selection{window, machine, line};
            const EventIndex index = required(readEventIndex(m_plant->reader(), selection));
            QCOMPARE(index.rows(), std::ssize(expected));
            for (std::size_t row = 0; row < expected.size(); row += 5) {
                const auto at = static_cast<std::int64_t>(row);
                const EventStretch stretch =
                    required(readEventRows(m_plant->reader(), index.filter(), index.seek(at), at, 1));
                QCOMPARE(stretch.items.size(), std::size_t{1});
                QCOMPARE(stretch.items.front().event.eventId.utf8(), expected[row]);
            }
        }
    }

    void aSingleEventTellsTheLineOfItsTime()
    {
        for (const auto &[id, payload] : m_plant->events()) {
            const auto history = required(m_plant->reader().event(EventId(id)));
            QVERIFY(history);
            QCOMPARE(history->current.line, m_plant->lineOf(payload));
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
                auto &[machines, last] = expected[m_plant->lineOf(event)];
                machines.insert(event.machineId);
                last = std::max(last, event.eventTime);
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
    static LineId id(const std::string &text) { return LineId(text); }

    void anew(int round)
    {
        if (round % 5 == 4)
            m_plant->assignAnew();
    }

    void verifySteps(const std::vector<std::optional<std::int64_t>> &defects, const WindowSteps &steps,
                     TimeWindow window, const LineId &line)
    {
        for (std::size_t i = 0; i < steps.count(window); ++i) {
            const auto sums = m_plant->count(steps.part(window, i));
            const auto own = sums.find(line);
            const Totals expected = own == sums.end() ? Totals{} : sumOf(own->second);
            const bool isKnown = expected.events > expected.unknownEvents;
            const std::optional<std::int64_t> told = i < defects.size() ? defects[i] : std::nullopt;
            QCOMPARE(told, isKnown ? std::optional(expected.defects) : std::nullopt);
        }
    }

    TestEngines m_engines;
    std::unique_ptr<DatedPlant> m_plant;
};

QTEST_GUILESS_MAIN(DatedLinesTest)
#include "tst_datedlines.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/boardchanges.h"
#include "live/liveboard.h"
#include "model/rollup.h"
#include "model/samples.h"
#include "support/testprogram.h"

#include <atomic>
#include <map>
#include <numeric>
#include <thread>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

QString namesOf(const std::vector<MachineSnapshot> &machines)
{
    QStringList names;
    for (const MachineSnapshot &machine : machines)
        names << machine.line.toString() + u':' + machine.machineId.toString();
    return names.join(u' ');
}

} // namespace

class LiveBoardTest : public QObject
{
    Q_OBJECT

private slots:
    void aBoardWithoutMachinesIsEmpty()
    {
        LiveBoard board(rules);
        const LiveSnapshotPtr snapshot = board.snapshot(noon, 15min, 0);
        QVERIFY(snapshot->isEmpty());
        QCOMPARE(snapshot->plant, Totals{});
        QCOMPARE(snapshot->trend.size(), std::size_t{15});
        for (const TrendPoint &point : snapshot->trend)
            QVERIFY(!point.totals);
    }

    void snapshotsAreNumberedOneByOne()
    {
        LiveBoard board(rules);
        for (std::uint64_t number = 1; number <= 5; ++number)
            QCOMPARE(board.snapshot(noon, 15min, 0)->number, number);
    }

    void theRevisionGrowsWithWhatIsRecorded()
    {
        LiveBoard board(rules);
        const std::uint64_t first = board.revision();
        record(board, {inserted(payloadOf("M-1", noon))});
        const std::uint64_t second = board.revision();
        QVERIFY(second > first);
        board.seed({});
        QVERIFY(board.revision() > second);
        const std::uint64_t third = board.revision();
        board.snapshot(noon, 15min, 0);
        QCOMPARE(board.revision(), third);
    }

    void windowsStartOnMinutesAndFollowEachOther()
    {
        LiveBoard board(rules);
        for (const Instant now : {noon, at("2026-01-15T12:00:00Z"), at("2026-01-15T12:00:59.999999Z")}) {
            const LiveSnapshotPtr snapshot = board.snapshot(now, 15min, 0);
            QCOMPARE(text(snapshot->takenAt), text(now));
            QCOMPARE(text(snapshot->window.start), QStringLiteral("2026-01-15T11:46:00Z"));
            QCOMPARE(text(snapshot->window.end), text(now));
            QCOMPARE(text(snapshot->previousWindow.start), QStringLiteral("2026-01-15T11:31:00Z"));
            QCOMPARE(text(snapshot->previousWindow.end), QStringLiteral("2026-01-15T11:46:00Z"));
        }
    }

    void evenAMinuteThatHasJustBegunIsAWindow()
    {
        LiveBoard board(rules);
        const LiveSnapshotPtr snapshot = board.snapshot(at("2026-01-15T12:00:00Z"), 1min, 0);
        QVERIFY(snapshot->window.isValid());
    }

    void machinesHaveTheirStates()
    {
        LiveBoard board(rules);
        record(board,
               {inserted(payloadOf("no-data", noon - 30min)), inserted(payloadOf("silent", noon - 6min)),
                inserted(payloadOf("warning", noon, 2)), inserted(payloadOf("healthy", noon))});
        const LiveSnapshotPtr snapshot = board.snapshot(noon, 15min, 0);
        QStringList states;
        for (const MachineSnapshot &machine : snapshot->machines)
            states << machine.machineId.toString() + u'='
                    + QString::fromLatin1(wireName(machine.state).data());
        QCOMPARE(states.join(u' '),
                 QStringLiteral("healthy=Healthy no-data=No data silent=Silent warning=Warning"));
    }

    void aStateIsAsOldAsWhatMadeIt()
    {
        LiveBoard board(rules);
        std::vector<EventChange> changes;
        for (const auto ago : {40min, 30min, 20min, 10min, 0min}) {
            changes.push_back(inserted(payloadOf("healthy", noon - ago)));
            changes.push_back(inserted(payloadOf("warning", noon - ago, ago <= 20min ? 1 : 0)));
        }
        changes.push_back(inserted(payloadOf("silent", noon - 6min)));
        record(board, changes);
        std::map<std::string, QString> since;
        const LiveSnapshotPtr snapshot = board.snapshot(noon, 60min, 0);
        for (const MachineSnapshot &machine : snapshot->machines)
            since[machine.machineId.utf8()] = machine.stateSince ? text(*machine.stateSince) : QString();
        QCOMPARE(since["healthy"], QStringLiteral("2026-01-15T11:20:00Z")); // since its first event
        QCOMPARE(since["warning"],
                 QStringLiteral("2026-01-15T11:50:00Z")); // the second defect within the hour
        QCOMPARE(since["silent"], text(noon - 6min + rules.silenceLimit));
    }

    void machinesStandByLineThenName()
    {
        LiveBoard board(rules);
        record(board,
               {inserted(payloadOf("M-2", noon, 0, "LINE-B")), inserted(payloadOf("M-9", noon, 0, "LINE-A")),
                inserted(payloadOf("M-1", noon, 0, "LINE-B")), inserted(payloadOf("ALONE", noon))});
        QCOMPARE(namesOf(board.snapshot(noon, 15min, 0)->machines),
                 QStringLiteral("ALONE:ALONE LINE-A:M-9 LINE-B:M-1 LINE-B:M-2"));
    }

    void aMachineStandsOnTheLineOfItsNewestEvent()
    {
        LiveBoard board(rules);
        record(board,
               {inserted(payloadOf("M-1", noon - 1min, 1, "LINE-A")),
                inserted(payloadOf("M-1", noon - 2min, 1, "LINE-B"))});
        QCOMPARE(namesOf(board.snapshot(noon, 15min, 0)->machines), QStringLiteral("LINE-A:M-1"));
        record(board, {inserted(payloadOf("M-1", noon, 1, "LINE-B"))});
        const LiveSnapshotPtr snapshot = board.snapshot(noon, 15min, 0);
        QCOMPARE(namesOf(snapshot->machines), QStringLiteral("LINE-B:M-1"));
        QCOMPARE(snapshot->machines[0].shown.events, std::int64_t{3});
        QCOMPARE(namesOf(snapshot->topLines), QStringLiteral("LINE-B 2/2, LINE-A 1/1"));
    }

    void topLinesAreOrderedAsTheContractSays()
    {
        LiveBoard board(rules);
        std::vector<EventChange> changes;
        const auto add = [&changes](const char *line, int defects, int goodEvents) {
            changes.push_back(inserted(payloadOf("M", noon, defects, line)));
            for (int i = 0; i < goodEvents; ++i)
                changes.push_back(inserted(payloadOf("M", noon, i % 2 == 0 ? 0 : UnknownDefects, line)));
        };
        add("D", 5, 1);
        add("C", 5, 1);
        add("B", 5, 2);
        add("A", 1, 9);
        add("E", 9, 0);
        add("NONE", 0, 3);
        record(board, changes);
        QCOMPARE(namesOf(board.snapshot(noon, 15min, 0)->topLines),
                 QStringLiteral("E 9/1, B 5/3, C 5/2, D 5/2, A 1/10"));
    }

    void aStepInWhichNobodySaidAnythingIsAGap()
    {
        LiveBoard board(rules);
        record(board,
               {inserted(payloadOf("M-1", noon - 2min, 1)),
                inserted(payloadOf("M-2", noon - 2min, UnknownDefects)),
                inserted(payloadOf("M-1", noon - 4min))});
        const LiveSnapshotPtr snapshot = board.snapshot(noon, 5min, 0);
        QVERIFY(snapshot->trendStep == 60s);
        QCOMPARE(snapshot->trend.size(), std::size_t{5});
        QVERIFY(snapshot->trend[0].totals == std::optional(Totals{1, 4000, 0, 0}));
        QVERIFY(!snapshot->trend[1].totals);
        QVERIFY(snapshot->trend[2].totals == std::optional(Totals{2, 8000, 1, 1}));
        QVERIFY(!snapshot->trend[3].totals);
        QVERIFY(!snapshot->trend[4].totals);
        QVERIFY(snapshot->trend[3].length == 60s);
        QVERIFY(snapshot->trend[4].length == 30s);
    }

    void sparklinesAreEventsAMinuteInCompleteSteps()
    {
        LiveBoard board(rules);
        const Instant minute = at("2026-01-15T12:00:00Z");
        record(board,
               {inserted(payloadOf("M", minute - 59min)), inserted(payloadOf("M", minute - 58min)),
                inserted(payloadOf("M", minute - 58min)), inserted(payloadOf("M", minute))});
        const std::vector<float> hour = board.snapshot(noon, 60min, 0)->machines[0].sparkline;
        QCOMPARE(hour.size(), std::size_t{29}); // of two minutes each; the newest is not over
        QCOMPARE(hour[0], 1.5F);
        QCOMPARE(std::accumulate(hour.begin() + 1, hour.end(), 0.0F), 0.0F);
        QCOMPARE(board.snapshot(noon, 15min, 0)->machines[0].sparkline.size(), std::size_t{14});
        QCOMPARE(board.snapshot(noon, 8h, 0)->machines[0].sparkline.size(), std::size_t{29});
    }

    void aCorrectionTakesTheOldFigureAway()
    {
        LiveBoard board(rules);
        const EventPayload before = payloadOf("M-1", noon - 10min, 5, "LINE-A");
        EventPayload after = payloadOf("M-1", noon - 1min, 1, "LINE-B");
        record(board, {inserted(before)});
        record(board, {corrected(before, after)});
        const LiveSnapshotPtr snapshot = board.snapshot(noon, 15min, 0);
        QCOMPARE(snapshot->plant, (Totals{1, 4000, 1, 0}));
        QCOMPARE(namesOf(snapshot->topLines), QStringLiteral("LINE-B 1/1"));
        QCOMPARE(text(snapshot->machines[0].lastEventTime.value()), text(noon - 1min));
    }

    void ingestFiguresArePassedOn()
    {
        LiveBoard board(rules);
        board.record({}, {1, 2, 3, 4}, noon - 5s, 7ms);
        const IngestSnapshot ingest = board.snapshot(noon, 15min, 3)->ingest;
        QVERIFY((ingest.outcomes == OutcomeCounts{1, 2, 3, 4}));
        QCOMPARE(ingest.queuedBatches, std::int64_t{3});
        QVERIFY(ingest.lastCommit == 7ms);
        QCOMPARE(ingest.eventsPerSecond, 1.0);
    }

    void whatWasThereBeforeCountsWithWhatComes()
    {
        LiveBoard board(rules);
        const Instant minute = bucketStart(noon - 5min, BucketWidth::Minute);
        board.seed({{MachineId(std::string("M-1")),
                     {},
                     LineId(std::string("ASSIGNED")),
                     noon - 5min,
                     {{minute, {3, 9000, 2, 1}}}},
                    {MachineId(std::string("OLD")), {}, LineId(std::string("OLD")), noon - 24h * 30, {}}});
        record(board, {inserted(payloadOf("M-1", noon - 1min, 1))});
        const LiveSnapshotPtr snapshot = board.snapshot(noon, 15min, 0);
        QCOMPARE(namesOf(snapshot->machines), QStringLiteral("ASSIGNED:M-1 OLD:OLD"));
        QCOMPARE(snapshot->machines[0].shown, (Totals{4, 13'000, 3, 1}));
        QCOMPARE(text(snapshot->machines[0].lastEventTime.value()), text(noon - 1min));
        QCOMPARE(snapshot->machines[1].state, MachineState::NoData);
        QCOMPARE(text(snapshot->machines[1].lastEventTime.value()), text(noon - 24h * 30));
        QCOMPARE(snapshot->activeMachines, std::size_t{1});
        QCOMPARE(namesOf(snapshot->topLines), QStringLiteral("ASSIGNED 3/4"));
    }

    void recordingAndLookingAtOnceLosesNothing()
    {
        LiveBoard board(rules);
        constexpr int recorders = 3;
        constexpr int events = 2000;
        std::atomic<bool> finished = false;
        int falls = 0;
        std::thread viewer([&] {
            std::uint64_t number = 0;
            std::int64_t seen = 0;
            while (!finished) {
                const LiveSnapshotPtr snapshot = board.snapshot(noon, 15min, 0);
                falls += snapshot->number == number + 1 && snapshot->plant.events >= seen ? 0 : 1;
                number = snapshot->number;
                seen = snapshot->plant.events;
            }
        });
        std::vector<std::thread> threads;
        for (int i = 0; i < recorders; ++i) {
            threads.emplace_back([&board, i] {
                const std::string machine = "M-" + std::to_string(i);
                for (int n = 0; n < events; ++n)
                    record(board,
                           {inserted(payloadOf(machine.c_str(), noon - std::chrono::seconds{n % 600}))});
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        finished = true;
        viewer.join();
        QCOMPARE(falls, 0);
        QCOMPARE(board.snapshot(noon, 15min, 0)->plant.events, std::int64_t{recorders * events});
        QCOMPARE(board.revision(), std::uint64_t{recorders * events});
    }
};

LINEWATCH_TEST(LiveBoardTest)
#include "tst_liveboard.moc"

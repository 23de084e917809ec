// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/eventchecks.h"
#include "simulation/figurechecks.h"
#include "simulation/listchecks.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::simulation;
using namespace std::chrono_literals;

namespace {

const Instant noon = std::chrono::sys_days{std::chrono::year{2026} / 1 / 15} + 12h;
const TimeWindow hour{noon, noon + 1h};
const std::string prefix = "S1-";

LedgerEntry entry(const char *id, Instant time, std::int32_t defects)
{
    LedgerEntry entry;
    entry.eventId = EventId(std::string(id));
    entry.row.payload.machineId = MachineId(std::string("S1-M-1"));
    entry.row.payload.eventTime = time;
    entry.row.payload.duration = 4s;
    entry.row.payload.defectCount = defects;
    return entry;
}

const std::vector<LedgerEntry> twoEvents{entry("A", noon, 1), entry("B", noon + 1s, 0)};
const Ledger::Index twoExpected{&twoEvents[0], &twoEvents[1]};

QByteArray item(const char *id, const char *time, int defects, const char *receipt,
                const char *machine = "S1-M-1")
{
    return QByteArray(R"({"eventId":")") + id + R"(","machineId":")" + machine + R"(","eventTime":")" + time
        + R"(","durationMs":4000,"defectCount":)" + QByteArray::number(defects) + R"(,"receivedTime":")"
        + receipt + R"(","version":1,"line":")" + machine + R"("})";
}

const QByteArray itemA = item("A", "2026-01-15T12:00:00Z", 1, "2026-01-15T12:00:05Z");
const QByteArray itemB = item("B", "2026-01-15T12:00:01Z", 0, "2026-01-15T12:00:05.000001Z");

QByteArray page(const QByteArray &items, const QByteArray &cursor = "null")
{
    return R"({"items":[)" + items + R"(],"nextCursor":)" + cursor + '}';
}

QStringList walk(const QByteArray &items)
{
    return EventWalk(QStringLiteral("test"), twoExpected, prefix).takePage(page(items)).differences;
}

bool tellsOf(const QStringList &differences, const char *words)
{
    return differences.size() == 1 && differences.first().contains(QLatin1StringView(words));
}

MachineFigures someFigures()
{
    MachineFigures figures;
    figures.events = 12;
    figures.defects = 3;
    figures.unknown = 1;
    figures.runTimeMs = 900'000;
    figures.lastEventTime = noon + 3ms;
    return figures;
}

const char *const rightStats =
    R"({"machineId":"S1-M-1","start":"2026-01-15T12:00:00Z","end":"2026-01-15T13:00:00Z",
 "eventsCount":12,"defectsCount":3,"avgDefectRate":3.0,"status":"Warning","unknownDefectEvents":1,
 "runTimeMs":900000,"availability":0.25,"lastEventTime":"2026-01-15T12:00:00.003Z"})";

QStringList stats(const QByteArray &body)
{
    return compareStats(QStringLiteral("test"), MachineId(std::string("S1-M-1")), hour, someFigures(), body);
}

const std::vector<LineFigures> twoLines{{LineId(std::string("S1-A")), 5, 60},
                                        {LineId(std::string("S1-B")), 3, 7}};
const char *const rightLines = R"([{"lineId":"S1-A","totalDefects":5,"eventCount":60,"defectsPercent":8.33},
 {"lineId":"S1-B","totalDefects":3,"eventCount":7,"defectsPercent":42.86}])";

QStringList lines(const QByteArray &body, std::size_t limit = 10)
{
    return compareTopLines(QStringLiteral("test"), twoLines, limit, prefix, body);
}

QByteArray changed(QByteArray body, const char *what, const char *with)
{
    return body.contains(what) ? body.replace(what, with) : QByteArray();
}

} // namespace

class TestChecks : public QObject
{
    Q_OBJECT

private slots:
    void rightStatsHaveNoDifference() { QCOMPARE(stats(rightStats), QStringList()); }

    void everyWrongFigureIsFoundOut_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *what, const char *with) {
            QTest::newRow(with) << changed(rightStats, what, with);
        };
        row("M-1", "M-2");
        row("T12:00:00Z", "T12:00:00.1Z");
        row("T13:00:00Z", "T13:00:01Z");
        row(":12,", ":11,");
        row(R"("defectsCount":3)", R"("defectsCount":"3")");
        row("3.0,", "3.01,");
        row("Warning", "Healthy");
        row(R"("unknownDefectEvents":1)", R"("unknownDefectEvents":0)");
        row("900000", "900001");
        row("0.25", "0.2501");
        row(".003Z", ".004Z");
        row(R"("2026-01-15T12:00:00.003Z")", "null");
        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("no members") << QByteArray("{}");
    }

    void everyWrongFigureIsFoundOut()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!body.isEmpty());
        QVERIFY(!stats(body).isEmpty());
    }

    void rightLinesHaveNoDifferenceAlsoAmongOthers()
    {
        QCOMPARE(lines(rightLines), QStringList());
        const QByteArray other = R"([{"lineId":"X","totalDefects":9,"eventCount":9,"defectsPercent":100.0},)";
        QCOMPARE(lines(other + QByteArray(rightLines).mid(1)), QStringList());
    }

    void fullAnswerMayLeaveTheLastLinesOut()
    {
        const QByteArray first =
            R"([{"lineId":"S1-A","totalDefects":5,"eventCount":60,"defectsPercent":8.33}])";
        QCOMPARE(lines(first, 1), QStringList());
        QVERIFY(!lines(first, 2).isEmpty());
        QVERIFY(!lines(rightLines, 1).isEmpty());
    }

    void wrongLinesAreFoundOut_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no array") << QByteArray("{}");
        QTest::newRow("none") << QByteArray("[]");
        QTest::newRow("sum") << changed(rightLines, "Defects\":5", "Defects\":6");
        QTest::newRow("count") << changed(rightLines, ":60", ":61");
        QTest::newRow("percent") << changed(rightLines, "8.33", "8.34");
        QTest::newRow("order") << changed(changed(changed(rightLines, "S1-A", "?"), "S1-B", "S1-A"), "?",
                                          "S1-B");
        QTest::newRow("one too many")
            << changed(rightLines, "]", R"(,{"lineId":"S1-C","totalDefects":1,"eventCount":1}])");
    }

    void wrongLinesAreFoundOut()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!body.isEmpty());
        QVERIFY(!lines(body).isEmpty());
    }

    void completeWalkHasNoDifference()
    {
        QCOMPARE(walk(itemB + ',' + itemA), QStringList());
        EventWalk inPages(QStringLiteral("test"), twoExpected, prefix);
        const EventWalk::Step first = inPages.takePage(page(itemB, R"("next")"));
        QCOMPARE(first.differences, QStringList());
        QCOMPARE(first.nextCursor, QByteArray("next"));
        const EventWalk::Step second = inPages.takePage(page(itemA));
        QCOMPARE(second.differences, QStringList());
        QVERIFY(second.nextCursor.isEmpty());
    }

    void eventsOfOthersArePassedOver()
    {
        const QByteArray other = item("X", "2026-01-15T12:00:00.5Z", 7, "2026-01-15T12:00:05Z", "M-9");
        QCOMPARE(walk(itemB + ',' + other + ',' + itemA), QStringList());
    }

    void lostEventIsFoundOut() { QVERIFY(tellsOf(walk(itemB), "event A is lost")); }

    void doubledEventIsFoundOut()
    {
        EventWalk inPages(QStringLiteral("test"), twoExpected, prefix);
        inPages.takePage(page(itemB, R"("next")"));
        const QStringList differences = inPages.takePage(page(itemB + ',' + itemA)).differences;
        QVERIFY(differences.contains(QStringLiteral("test: event B is doubled")));
    }

    void inventedEventIsFoundOut()
    {
        const QByteArray invented = item("C", "2026-01-15T12:00:02Z", 0, "2026-01-15T12:00:09Z");
        QVERIFY(tellsOf(walk(invented + ',' + itemB + ',' + itemA), "event C must not be here"));
    }

    void disorderIsFoundOut() { QVERIFY(tellsOf(walk(itemA + ',' + itemB), "event B is out of order")); }

    void wrongMemberIsFoundOut_data()
    {
        QTest::addColumn<QByteArray>("tampered");
        QTest::newRow("defects") << changed(itemA, R"("defectCount":1)", R"("defectCount":2)");
        QTest::newRow("duration") << changed(itemA, "4000", "4001");
        QTest::newRow("version") << changed(itemA, R"("version":1)", R"("version":2)");
        QTest::newRow("time") << changed(itemA, "12:00:00Z", "12:00:00.000001Z");
        QTest::newRow("a line that nobody stated")
            << changed(itemA, R"("version")", R"("lineId":"S1-A","version")");
        QTest::newRow("effective line") << changed(itemA, R"("line":"S1-M-1")", R"("line":"S1-A")");
        QTest::newRow("no receipt") << changed(itemA, R"("receivedTime")", R"("when")");
        QTest::newRow("a receipt twice") << changed(itemA, "12:00:05Z", "12:00:05.000001Z");
    }

    void wrongMemberIsFoundOut()
    {
        QFETCH(QByteArray, tampered);
        QVERIFY(!tampered.isEmpty());
        QCOMPARE(walk(itemB + ',' + tampered).size(), 1);
    }

    void claimedReceiptMustComeBack()
    {
        LedgerEntry claimed = entry("A", noon, 1);
        claimed.row.claim = noon + 5s;
        const auto compare = [&](const QByteArray &body) {
            Comparison comparison(QStringLiteral("test"));
            compareEvent(comparison, claimed, readJson(body));
            return comparison.take();
        };
        QCOMPARE(compare(itemA), QStringList());
        QCOMPARE(compare(changed(itemA, "12:00:05Z", "12:00:06Z")).size(), 1);
    }

    void historyMustNameEveryRevision()
    {
        LedgerEntry corrected = entry("A", noon, 1);
        corrected.row.revisions = {entry("A", noon, 0).row.payload, entry("A", noon, -1).row.payload};
        const QByteArray first =
            changed(changed(itemA, R"("defectCount":1)", R"("defectCount":0)"), R"("version")",
                    R"("supersededAt":"2026-01-15T12:00:05Z","version")");
        const QByteArray second = changed(changed(first, R"("defectCount":0)", R"("defectCount":-1)"),
                                          R"("version":1)", R"("version":2)");
        const QByteArray current = changed(itemA, R"("version":1)", R"("version":3)");
        const auto compare = [&](const QByteArray &revisions) {
            return compareHistory(
                QStringLiteral("test"), corrected,
                changed(current, R"("version":3)", R"("version":3,"revisions":[)" + revisions + ']'));
        };
        QCOMPARE(compare(first + ',' + second), QStringList());
        QVERIFY(!compare(second + ',' + first).isEmpty());
        QVERIFY(!compare(first).isEmpty());
        QVERIFY(!compare(first + ',' + changed(second, "supersededAt", "when")).isEmpty());
        QVERIFY(!compareHistory(QStringLiteral("test"), corrected, current).isEmpty());
    }

    void machinesMustBeThereWithTheirLastEvent()
    {
        ExpectedRows rows;
        for (const LedgerEntry &event : twoEvents)
            rows.emplace(event.eventId, event.row);
        const Ledger ledger({rows});
        const QByteArray right =
            R"({"items":[{"machineId":"M-9"},{"machineId":"S1-M-1","lastEventTime":"2026-01-15T12:00:01Z"}]})";
        QCOMPARE(compareMachines(ledger, prefix, right), QStringList());
        QCOMPARE(compareMachines(ledger, prefix, changed(right, "01Z", "02Z")).size(), 1);
        QCOMPARE(compareMachines(ledger, prefix, changed(right, "M-9", "Z-9")).size(), 1);
        QCOMPARE(compareMachines(ledger, prefix, R"({"items":[]})").size(), 1);
        const QByteArray line = R"({"items":[{"lineId":"S1-M-1","lastEventTime":"2026-01-15T12:00:01Z"}]})";
        QCOMPARE(compareLines(ledger, prefix, line), QStringList());
        QCOMPARE(compareLines(ledger, prefix, changed(line, "01Z", "00Z")).size(), 1);
    }

    void rejectionsMustBeKeptOnceWithTheirReason()
    {
        const SentRejections sent{{R"(["S1-1"])", {RejectReason::MalformedEvent, 1}}};
        const auto compare = [&](const QByteArray &items) {
            return RejectionWalk(sent, prefix).takePage(page(items)).differences;
        };
        // No raw string literal: moc loses its way in one that holds backslashes.
        const QByteArray right = "{\"reason\":\"MALFORMED_EVENT\",\"raw\":\"[\\\"S1-1\\\"]\"}";
        const QByteArray others = R"({"reason":"INVALID_DURATION","raw":"{}"})";
        QCOMPARE(compare(right + ',' + others), QStringList());
        QCOMPARE(compare(others).size(), 1);
        QCOMPARE(compare(right + ',' + right).size(), 1);
        QCOMPARE(compare(changed(right, "MALFORMED_EVENT", "INVALID_DURATION")).size(), 1);
        QVERIFY(!compare(changed(right, "S1-1", "S1-2")).isEmpty());
    }

    void oddWindowsAreValidAndMeetEventsExactly()
    {
        Random random(1);
        bool startsOnAnEvent = false;
        bool endsOnAnEvent = false;
        for (int i = 0; i < 50; ++i) {
            for (const TimeWindow &window : oddWindows(twoExpected, {noon, noon + 1s + 1us}, random)) {
                QVERIFY(window.isValid());
                startsOnAnEvent |= window.start == noon + 1s;
                endsOnAnEvent |= window.end == noon + 1s;
            }
        }
        QVERIFY(startsOnAnEvent);
        QVERIFY(endsOnAnEvent);
    }
};

LINEWATCH_TEST(TestChecks)
#include "tst_checks.moc"

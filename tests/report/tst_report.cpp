// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/teststore.h"
#include "model/samples.h"
#include "report/memorysink.h"
#include "report/report.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const TimeWindow window{at("2026-01-15T00:00:00Z"), at("2026-01-15T06:00:00Z")};

constexpr double threshold = 2.0;

} // namespace

class ReportTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_store = std::make_unique<TestStore>();
        m_events = 0;
    }

    void eventsComeNewestFirst()
    {
        add(payloadOf("M-1", window.start, 3, "LINE-A", 1500ms));
        add(payloadOf("M-2", window.end - 1us, UnknownDefects));
        add(payloadOf("M-1", window.start - 1us));
        add(payloadOf("M-1", window.end));
        QCOMPARE(exported({ReportKind::Events, window, {}, {}, {}}),
                 "eventId,machineId,eventTime (UTC),duration (ms),defectCount (-1: unknown),lineId,factoryId,"
                 "receivedTime (UTC),version,line\r\n"
                 "E-2,M-2,2026-01-15T05:59:59.999999Z,4000,-1,,,2026-01-15T06:00:02Z,1,M-2\r\n"
                 "E-1,M-1,2026-01-15T00:00:00Z,1500,3,LINE-A,,2026-01-15T06:00:01Z,1,LINE-A\r\n");
    }

    void eventsAreFilteredByMachineAndLine()
    {
        add(payloadOf("M-1", window.start, 0, "LINE-A"));
        add(payloadOf("M-1", window.start + 1s, 0, "LINE-B"));
        add(payloadOf("M-2", window.start + 2s, 0, "LINE-A"));
        QCOMPARE(ids({ReportKind::Events, window, MachineId(std::string("M-1")), {}, {}}),
                 (QByteArrayList{"E-2", "E-1"}));
        QCOMPARE(ids({ReportKind::Events, window, {}, LineId(std::string("LINE-A")), {}}),
                 (QByteArrayList{"E-3", "E-1"}));
        QCOMPARE(m_total, 2);
    }

    void manyPagesNeitherRepeatNorMiss()
    {
        constexpr int count = 4500; // over pages of 2000, many at the same time
        m_store->insertMany(
            count, [](int i) { return payloadOf("M-1", window.start + std::chrono::seconds{i / 700}); },
            window.end);
        QByteArrayList found = ids({ReportKind::Events, window, {}, {}, {}});
        QCOMPARE(found.size(), count);
        std::sort(found.begin(), found.end());
        QVERIFY(std::adjacent_find(found.cbegin(), found.cend()) == found.cend());
        QCOMPARE(m_total, count);
        QCOMPARE(m_rows, count);
    }

    void healthHasEachMachineOnce()
    {
        add(payloadOf("M-2", window.start, 12, "LINE-A", 6min));
        add(payloadOf("M-2", window.start + 1h, 1, "LINE-B", 6min));
        add(payloadOf("M-1", window.start - 1s, 5, "LINE-A"));
        const QByteArray head = "machineId,line,factoryId,start (UTC),end (UTC),eventsCount,defectsCount,"
                                "avgDefectRate (defects/h),status,unknownDefectEvents,runTime (ms),"
                                "availability (0 to 1),lastEventTime (UTC)\r\n";
        const QByteArray bounds = "2026-01-15T00:00:00Z,2026-01-15T06:00:00Z,";
        const QByteArray first = "M-1,LINE-A,," + bounds + "0,0,0.0,Healthy,0,0,0.0,\r\n";
        const QByteArray second =
            "M-2,LINE-B,," + bounds + "2,13,2.17,Warning,0,720000,0.0333,2026-01-15T01:00:00Z\r\n";
        QCOMPARE(exported({ReportKind::MachineHealth, window, {}, {}, {}}), head + first + second);
        QCOMPARE(exported({ReportKind::MachineHealth, window, {}, LineId(std::string("LINE-A")), {}}),
                 head + first);
        QCOMPARE(exported({ReportKind::MachineHealth, window, MachineId(std::string("M-2")), {}, {}}),
                 head + second);
    }

    void everyLineWithDefectsIsThere()
    {
        for (int line = 1; line <= 150; ++line)
            add(payloadOf("M-1", window.start, line, ("L" + std::to_string(line)).c_str()));
        add(payloadOf("M-1", window.start, 0, "clean"));
        const QByteArray all = exported({ReportKind::DefectLines, window, {}, {}, {}});
        const QByteArray bounds = ",2026-01-15T00:00:00Z,2026-01-15T06:00:00Z,";
        QVERIFY(all.startsWith("lineId,from (UTC),to (UTC),totalDefects,eventCount,defectsPercent (%)\r\nL150"
                               + bounds + "150,1,15000.0\r\n"));
        QCOMPARE(all.count("\r\n"), 151);
        QVERIFY(!all.contains("clean"));
        const QByteArray one = exported({ReportKind::DefectLines, window, {}, LineId(std::string("L7")), {}});
        QCOMPARE(one.split('\n').at(1), "L7" + bounds + "7,1,700.0\r");
    }

    void noSnapshotIsOpenBetweenPagesAndWhatIsCommittedThenIsNotThere()
    {
        constexpr int count = 4500;
        m_store->insertMany(
            count, [](int) { return payloadOf("M-1", window.start + 1h); }, window.end);
        MemorySink sink;
        bool nothingIsOpen = true;
        const ReportResult result =
            writeReport(m_store->reader(), {ReportKind::Events, window, {}, {}, {}}, {}, threshold, sink,
                        [&](const ReportProgress &) {
                            const ReadSnapshot snapshot(m_store->reader()); // fails within another
                            nothingIsOpen = nothingIsOpen && snapshot.begun().ok();
                            m_store->correct("E-" + std::to_string(++m_events),
                                             payloadOf("M-9", window.start + 2h), window.end + 1h);
                            return true;
                        });
        QVERIFY(result);
        QVERIFY(nothingIsOpen);
        QCOMPARE(result->value(), std::int64_t{count});
        QVERIFY(m_events > 2);
        QVERIFY(!sink.bytes().contains(",M-9,"));
    }

    void anEmptyStoreGivesTheHeaderAlone()
    {
        for (const ReportKind kind : {ReportKind::Events, ReportKind::MachineHealth, ReportKind::DefectLines})
            QCOMPARE(exported({kind, window, {}, {}, {}}).count("\r\n"), 1);
    }

    void aWatcherEndsItWithoutACommit()
    {
        m_store->insertMany(
            4500, [](int) { return payloadOf("M-1", window.start); }, window.end);
        for (const ReportKind kind :
             {ReportKind::Events, ReportKind::MachineHealth, ReportKind::DefectLines}) {
            MemorySink sink;
            const ReportResult result =
                writeReport(m_store->reader(), {kind, window, {}, {}, {}}, {}, threshold, sink,
                            [](const ReportProgress &) { return false; });
            QVERIFY(result);
            QVERIFY(!*result);
            QVERIFY(!sink.isCommitted());
        }
        // The snapshot was given back: the reader can be asked again.
        QCOMPARE(ids({ReportKind::Events, window, {}, {}, {}}).size(), 4500);
    }

    void aFullDiskEndsItWithoutACommit()
    {
        m_store->insertMany(
            4500, [](int) { return payloadOf("M-1", window.start); }, window.end);
        MemorySink sink(100'000);
        const ReportResult result =
            writeReport(m_store->reader(), {ReportKind::Events, window, {}, {}, {}}, {}, threshold, sink,
                        [](const ReportProgress &) { return true; });
        QVERIFY(!result);
        QCOMPARE(result.failure().message, QStringLiteral("there is no room"));
        QVERIFY(!sink.isCommitted());
    }

private:
    void add(const EventPayload &payload)
    {
        ++m_events;
        m_store->insert("E-" + std::to_string(m_events), payload,
                        window.end + std::chrono::seconds{m_events});
    }

    QByteArray exported(const ReportRequest &request)
    {
        MemorySink sink;
        const ReportResult result = writeReport(m_store->reader(), request, CsvFormat(), threshold, sink,
                                                [this](const ReportProgress &progress) {
                                                    m_rows = progress.rows;
                                                    m_total = progress.total;
                                                    return true;
                                                });
        if (!result || !*result || !sink.isCommitted())
            return "failed";
        return **result == m_rows ? sink.bytes() : QByteArray("rows do not add up");
    }

    /** The first cells. */
    QByteArrayList ids(const ReportRequest &request)
    {
        QByteArrayList found;
        for (const QByteArray &row : exported(request).split('\n'))
            found += row.split(',').first();
        found.removeFirst();
        found.removeLast();
        return found;
    }

    std::unique_ptr<TestStore> m_store;
    int m_events = 0;
    std::int64_t m_rows = 0;
    std::int64_t m_total = 0;
};

LINEWATCH_TEST(ReportTest)
#include "tst_report.moc"

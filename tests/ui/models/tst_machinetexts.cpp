// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/models/durationtext.h"
#include "ui/models/machinecharts.h"
#include "ui/models/machinefigures.h"
#include "ui/models/machinewords.h"

#include <QSet>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

/** Three minutes: five events, a silence, one event of which nothing is known. */
MachineReport madeReport()
{
    const Instant start = std::chrono::floor<std::chrono::minutes>(madeNow());
    const auto span = [start](int minute) {
        return TimeWindow{start + std::chrono::minutes{minute}, start + std::chrono::minutes{minute + 1}};
    };
    MachineReport report;
    report.at = start + 3min;
    report.isKnown = true;
    report.window = {start, start + 4min};
    report.steps = {{span(0), {5, 20'000, 3, 1}, {}},
                    {span(1), {}, {}},
                    {span(2), {1, 4'000, 0, 1}, {}},
                    {span(3), {}, {}}};
    report.history = {
        {MachineState::Warning, 6}, {MachineState::Warning, 6}, {MachineState::Silent, 6}, {std::nullopt, 0}};
    report.health.totals = {6, 24'000, 3, 2};
    report.health.defectRate = {4'500, 2};
    report.health.availability = {1'000, 4};
    report.defectsPer100 = {5'000, 2};
    report.unknownPercent = {3'333, 2};
    return report;
}

} // namespace

class TestMachineTexts : public QObject
{
    Q_OBJECT

private slots:
    void durationsAreSaid_data()
    {
        QTest::addColumn<qint64>("microseconds");
        QTest::addColumn<QString>("said");
        const auto row = [](std::chrono::microseconds time, const char *said) {
            QTest::newRow(said) << qint64{time.count()} << QString::fromLatin1(said);
        };
        row(0us, "0 ms");
        row(850ms, "850 ms");
        row(4'250ms, "4.2 s");
        row(4s, "4 s");
        row(15'260ms, "15.2 s");
        row(59'999ms, "59.9 s");
        row(60s, "1 min");
        row(150s, "2 min 30 s");
        row(8h, "8 h");
        row(185min, "3 h 5 min");
        row(52h, "2 d 4 h");
    }
    void durationsAreSaid()
    {
        QFETCH(qint64, microseconds);
        QFETCH(QString, said);
        QCOMPARE(durationText(std::chrono::microseconds{microseconds}, madeFormats()), said);
    }

    void edgesOfBinsAreToldApart()
    {
        QCOMPARE(secondsText(4'000ms, 1'000ms, madeFormats()), QStringLiteral("4"));
        QCOMPARE(secondsText(4'200ms, 200ms, madeFormats()), QStringLiteral("4.2"));
        QCOMPARE(secondsText(4'250ms, 50ms, madeFormats()), QStringLiteral("4.25"));
        QCOMPARE(secondsText(4'001ms, 1ms, madeFormats()), QStringLiteral("4.001"));
    }

    void clocksAreSaid()
    {
        const auto said = [](std::optional<std::chrono::microseconds> offset) {
            return clockWords(offset, madeFormats());
        };
        QCOMPARE(said(-3s), QStringLiteral("its clock is 3 s ahead"));
        QCOMPARE(said(-1s), QStringLiteral("its clock is right within a second"));
        QCOMPARE(said(90s), QStringLiteral("its clock is 1 min 30 s behind or its events late"));
        QCOMPARE(said(std::nullopt), QStringLiteral("nothing to tell its clock by"));
    }

    void aSilentStepIsAGapAndOneToComeIsNot()
    {
        const TimeSeries rate = defectRateSeries(madeReport(), {}, madeFormats());
        QCOMPARE(rate.points.size(), 4U);
        QCOMPARE(rate.limit, 2.0);
        QCOMPARE(rate.points[0].value, 6.0); // six known defects in the hour before
        QCOMPARE(rate.points[0].bar, 3.0);
        QVERIFY(rate.points[1].isGap && !rate.points[1].value && !rate.points[1].bar);
        QVERIFY(!rate.points[2].isGap);
        QVERIFY(!rate.points[2].value && !rate.points[2].bar); // unknown is not zero
        QVERIFY(rate.points[2].words.contains(QStringLiteral("unknown")));
        QVERIFY(!rate.points[3].isGap && !rate.points[3].value);
    }

    void longStepsHaveARateOfTheirOwn()
    {
        MachineReport report = madeReport();
        report.step = std::chrono::hours{2};
        report.steps.front().span.end = report.steps.front().span.start + 2h;
        QCOMPARE(defectRateSeries(report, {}, madeFormats()).points[0].value, 1.5);
    }

    void cycleTimesAreMeans()
    {
        const TimeSeries times = cycleTimeSeries(madeReport(), madeFormats());
        QCOMPARE(times.points[0].value, 4.0);
        QCOMPARE(times.points[0].bar, 5.0);
        QVERIFY(times.points[1].isGap);
        QVERIFY(!times.limit);
    }

    void figuresHaveTheirNotes()
    {
        MachineCycles cycles;
        cycles.events = 20'000;
        cycles.isOfNewest = true;
        cycles.corrected = 12;
        cycles.times.median = 4'100ms;
        const MachineFigures figures = machineFigures(madeReport(), &cycles, {}, madeFormats());
        QCOMPARE(figures.defectRate.spoken(),
                 QStringLiteral("Defect rate: 45.0 /h. 3 known defects in 4 min, limit 2.0\u00a0/h"));
        QCOMPARE(figures.availability.value, QStringLiteral("10.0"));
        QCOMPARE(figures.defectsPer100.spoken(),
                 QStringLiteral("Defects per 100 events: 50.0. unknown for 2 events, 33.33\u00a0%"));
        QCOMPARE(figures.events.spoken(), QStringLiteral("Events: 6. 12 of the newest 20,000 corrected"));
        QCOMPARE(figures.cycleTime.spoken(),
                 QStringLiteral("Mean cycle time: 4.00 s. half took up to 4.1 s"));
    }

    void nothingToDivideByIsADash()
    {
        MachineReport report = madeReport();
        report.health.totals = {};
        const MachineFigures figures = machineFigures(report, nullptr, {}, madeFormats());
        for (const Figure *figure : {&figures.defectRate, &figures.availability, &figures.defectsPer100,
                                     &figures.events, &figures.cycleTime, &figures.clock})
            QCOMPARE(figure->value, QString(dash));
    }
};

LINEWATCH_TEST(TestMachineTexts)
#include "tst_machinetexts.moc"

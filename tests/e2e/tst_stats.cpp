// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/recount.h"
#include "e2e/servertest.h"
#include "support/testprogram.h"

#include <random>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** GET /stats */
class StatsTest : public ServerTest
{
    Q_OBJECT

private slots:
    void theFiguresOfAWindow()
    {
        const Micros day = ownDay();
        api().postBatch({event(u"A"_s).at(day).lasting(1'800'000).defects(4),
                         event(u"B"_s).at(day + OneHour).lasting(345'678).defects(2),
                         event(u"C"_s).at(day + 2 * OneHour + 200'000).lasting(0).defects(-1)});
        const QJsonObject expected{{u"machineId"_s, own(u"M"_s)},
                                   {u"start"_s, wireTime(day)},
                                   {u"end"_s, wireTime(day + 6 * OneHour)},
                                   {u"eventsCount"_s, 3},
                                   {u"defectsCount"_s, 6},
                                   {u"avgDefectRate"_s, 1.0},
                                   {u"status"_s, u"Healthy"_s},
                                   {u"unknownDefectEvents"_s, 1},
                                   {u"runTimeMs"_s, 2'145'678},
                                   {u"availability"_s, 0.0993},
                                   {u"lastEventTime"_s, wireTime(day + 2 * OneHour + 200'000)}};
        QCOMPARE(stats(day, day + 6 * OneHour), expected);
    }

    void aMachineNobodyHasHeardOfHasZeros()
    {
        const QJsonObject expected{{u"machineId"_s, own(u"M"_s)},
                                   {u"start"_s, wireTime(TestDay)},
                                   {u"end"_s, wireTime(TestDay + 1)},
                                   {u"eventsCount"_s, 0},
                                   {u"defectsCount"_s, 0},
                                   {u"avgDefectRate"_s, 0.0},
                                   {u"status"_s, u"Healthy"_s},
                                   {u"unknownDefectEvents"_s, 0},
                                   {u"runTimeMs"_s, 0},
                                   {u"availability"_s, 0.0},
                                   {u"lastEventTime"_s, QJsonValue::Null}};
        QCOMPARE(stats(TestDay, TestDay + 1), expected);
    }

    void theStartBelongsToTheWindowTheEndDoesNot_data()
    {
        QTest::addColumn<Micros>("offset");
        QTest::newRow("at midnight") << Micros{0};
        QTest::newRow("at a full hour") << 5 * OneHour;
        QTest::newRow("at a full minute") << 5 * OneHour + 7 * OneMinute;
        QTest::newRow("at a full second") << 5 * OneHour + 7 * OneMinute + 3 * OneSecond;
        QTest::newRow("at an odd microsecond") << 5 * OneHour + 7 * OneMinute + 3 * OneSecond + 123'457;
        QTest::newRow("before midnight") << OneDay - 1;
    }
    void theStartBelongsToTheWindowTheEndDoesNot()
    {
        QFETCH(Micros, offset);
        const Micros time = ownDay() + offset;
        api().postBatch({event().at(time).defects(1)});
        const auto count = [this](Micros start, Micros end) {
            return stats(start, end)[u"eventsCount"_s].toInt();
        };
        QCOMPARE(count(time, time + 1), 1);
        QCOMPARE(count(time - 1, time), 0);
        QCOMPARE(count(time - OneHour, time), 0);
        QCOMPARE(count(time - OneHour, time + 1), 1);
        QCOMPARE(count(time, time + OneDay), 1);
        QCOMPARE(count(time + 1, time + OneDay), 0);
        QCOMPARE(count(time - 3 * OneDay, time + 3 * OneDay), 1);
    }

    void theRateIsRoundedHalfUpOnce_data()
    {
        QTest::addColumn<int>("defects");
        QTest::addColumn<Micros>("length");
        QTest::addColumn<double>("rate");
        QTest::newRow("0.005") << 1 << 200 * OneHour << 0.01;
        QTest::newRow("just below 0.005") << 1 << 200 * OneHour + 1 << 0.0;
        QTest::newRow("0.015") << 3 << 200 * OneHour << 0.02;
        QTest::newRow("0.025") << 5 << 200 * OneHour << 0.03;
        QTest::newRow("1.005, which no double holds") << 201 << 200 * OneHour << 1.01;
        QTest::newRow("2.675, which no double holds") << 107 << 40 * OneHour << 2.68;
        QTest::newRow("a third") << 1 << 3 * OneHour << 0.33;
        QTest::newRow("two thirds") << 2 << 3 * OneHour << 0.67;
        QTest::newRow("a window of a microsecond") << 1 << Micros{1} << 3.6e9;
        QTest::newRow("most defects in a millisecond") << 2147483647 << Micros{1000} << 2147483647 * 3.6e6;
    }
    void theRateIsRoundedHalfUpOnce()
    {
        QFETCH(int, defects);
        QFETCH(Micros, length);
        const Micros start = ownDay();
        api().postBatch({event().at(start).defects(defects)});
        QTEST(stats(start, start + length)[u"avgDefectRate"_s].toDouble(), "rate");
    }

    void warningBeginsAtTheThresholdOfTheUnroundedRate_data()
    {
        QTest::addColumn<int>("defects");
        QTest::addColumn<Micros>("length");
        QTest::addColumn<double>("rate");
        QTest::addColumn<QString>("status");
        QTest::newRow("exactly 2.0") << 4 << 2 * OneHour << 2.0 << u"Warning"_s;
        QTest::newRow("a microsecond below") << 4 << 2 * OneHour + 1 << 2.0 << u"Healthy"_s;
        QTest::newRow("1.996 shown as 2.0") << 499 << 250 * OneHour << 2.0 << u"Healthy"_s;
        QTest::newRow("2.004 shown as 2.0") << 501 << 250 * OneHour << 2.0 << u"Warning"_s;
        QTest::newRow("above") << 3 << OneHour << 3.0 << u"Warning"_s;
        QTest::newRow("below") << 1 << OneHour << 1.0 << u"Healthy"_s;
    }
    void warningBeginsAtTheThresholdOfTheUnroundedRate()
    {
        QFETCH(int, defects);
        QFETCH(Micros, length);
        const Micros start = ownDay();
        api().postBatch({event().at(start).defects(defects)});
        const QJsonObject answer = stats(start, start + length);
        QTEST(answer[u"avgDefectRate"_s].toDouble(), "rate");
        QTEST(answer[u"status"_s].toString(), "status");
    }

    void availabilityHasFourDecimalsAndEndsAtOne_data()
    {
        QTest::addColumn<int>("runTimeMs");
        QTest::addColumn<Micros>("length");
        QTest::addColumn<double>("availability");
        QTest::newRow("a half") << 1'800'000 << OneHour << 0.5;
        QTest::newRow("0.00005") << 1 << 20 * OneSecond << 0.0001;
        QTest::newRow("just below 0.00005") << 1 << 20 * OneSecond + 1 << 0.0;
        QTest::newRow("0.99995") << 19'999 << 20 * OneSecond << 1.0;
        QTest::newRow("just below 0.99995") << 19'999 << 20 * OneSecond + 1 << 0.9999;
        QTest::newRow("all of it") << 3'600'000 << OneHour << 1.0;
        QTest::newRow("more than there was") << 7'200'000 << OneHour << 1.0;
        QTest::newRow("far more") << 21'600'000 << Micros{1} << 1.0;
    }
    void availabilityHasFourDecimalsAndEndsAtOne()
    {
        QFETCH(int, runTimeMs);
        QFETCH(Micros, length);
        const Micros start = ownDay();
        api().postBatch({event().at(start).lasting(runTimeMs)});
        const QJsonObject answer = stats(start, start + length);
        QTEST(answer[u"availability"_s].toDouble(), "availability");
        QCOMPARE(answer[u"runTimeMs"_s].toInt(), runTimeMs);
    }

    void unknownDefectsCountAsEventsOnly()
    {
        const Micros day = ownDay();
        api().postBatch({event(u"A"_s).at(day).defects(-1), event(u"B"_s).at(day).defects(-1),
                         event(u"C"_s).at(day).defects(5)});
        const QJsonObject answer = stats(day, day + OneHour);
        QCOMPARE(answer[u"eventsCount"_s].toInt(), 3);
        QCOMPARE(answer[u"defectsCount"_s].toInt(), 5);
        QCOMPARE(answer[u"unknownDefectEvents"_s].toInt(), 2);
        QCOMPARE(answer[u"avgDefectRate"_s].toDouble(), 5.0);
    }

    void sumsPass32Bits()
    {
        const Micros day = ownDay();
        QJsonArray events;
        for (int i = 0; i < 1000; ++i)
            events.append(event(u"E%1"_s.arg(i)).at(day + i).defects(2147483647).lasting(21'600'000));
        api().postBatch(events);
        const QJsonObject answer = stats(day, day + OneDay);
        QCOMPARE(answer[u"defectsCount"_s].toInteger(), 2'147'483'647'000);
        QCOMPARE(answer[u"runTimeMs"_s].toInteger(), 21'600'000'000);
    }

    void theLastEventTimeIsTheNewestWithinTheWindow()
    {
        const Micros day = ownDay();
        api().postBatch(
            {event(u"A"_s).at(day), event(u"B"_s).at(day + OneHour), event(u"C"_s).at(day + 2 * OneHour)});
        QCOMPARE(stats(day, day + 2 * OneHour)[u"lastEventTime"_s].toString(), wireTime(day + OneHour));
        QVERIFY(stats(day + 3 * OneHour, day + 4 * OneHour)[u"lastEventTime"_s].isNull());
    }

    void correctionsMoveTheFigures()
    {
        const Micros day = ownDay();
        api().postBatch({event().at(day).defects(3).lasting(1000), event(u"F"_s).at(day).defects(1)});
        api().postBatch({event().at(day + 3 * OneHour).defects(-1).lasting(2000)});
        const QJsonObject before = stats(day, day + OneHour);
        QCOMPARE(before[u"eventsCount"_s].toInt(), 1);
        QCOMPARE(before[u"defectsCount"_s].toInt(), 1);
        const QJsonObject after = stats(day + OneHour, day + 4 * OneHour);
        QCOMPARE(after[u"eventsCount"_s].toInt(), 1);
        QCOMPARE(after[u"unknownDefectEvents"_s].toInt(), 1);
        QCOMPARE(after[u"runTimeMs"_s].toInt(), 2000);
    }

    void figuresDoNotMixMachines()
    {
        const Micros day = ownDay();
        const QStringList machines{own(u"m"_s), own(u"M"_s), own(u"M"_s) + u' ', own(u"M"_s) + u"0"_s};
        QJsonArray events;
        for (const QString &machine : machines)
            events.append(WireEvent(machine + u'E', machine).at(day));
        api().postBatch(events);
        QCOMPARE(stats(day, day + 1)[u"eventsCount"_s].toInt(), 1);
    }

    void figuresAreThoseOfTheMachineOverItsLinesAndFactories()
    {
        const Micros day = ownDay();
        api().postBatch({event(u"A"_s).at(day).defects(1), event(u"B"_s).at(day).defects(2).line(u"L1"_s),
                         event(u"C"_s).at(day).defects(4).line(u"L2"_s).factory(u"F1"_s)});
        QCOMPARE(stats(day, day + OneHour)[u"defectsCount"_s].toInt(), 7);
    }

    void anyIdCanBeAskedFor()
    {
        const Micros day = ownDay();
        const QString strange = u"ü/&=+%20 #?\"\\😀"_s + own(QString());
        api().postBatch({event().with(u"machineId"_s, strange).at(day)});
        const ApiAnswer answer = api().get(
            u"/stats"_s,
            {{u"machineId"_s, strange}, {u"start"_s, wireTime(day)}, {u"end"_s, wireTime(day + 1)}});
        QCOMPARE(answer.object()[u"machineId"_s].toString(), strange);
        QCOMPARE(answer.object()[u"eventsCount"_s].toInt(), 1);
    }

    void aBadParameterIsNamed_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("named");
        const QByteArray machine = "machineId=M";
        const QByteArray start = "&start=2026-01-15T00:00:00Z";
        const QByteArray end = "&end=2026-01-15T06:00:00Z";
        QTest::newRow("no query") << QByteArray() << u"machineId"_s;
        QTest::newRow("no machineId") << (start + end) << u"machineId"_s;
        QTest::newRow("empty machineId") << ("machineId=" + start + end) << u"machineId"_s;
        QTest::newRow("machineId without value") << ("machineId" + start + end) << u"machineId"_s;
        QTest::newRow("machineId too long")
            << ("machineId=" + QByteArray(65, 'x') + start + end) << u"machineId"_s;
        QTest::newRow("control character") << ("machineId=a%0Ab" + start + end) << u"machineId"_s;
        QTest::newRow("C1 character") << ("machineId=a%C2%80" + start + end) << u"machineId"_s;
        QTest::newRow("NUL") << ("machineId=a%00" + start + end) << u"machineId"_s;
        QTest::newRow("broken UTF-8") << ("machineId=%FF" + start + end) << u"machineId"_s;
        QTest::newRow("broken escape") << ("machineId=%4" + start + end) << u"machineId"_s;
        QTest::newRow("machineId twice") << (machine + "&machineId=M" + start + end) << u"machineId"_s;
        QTest::newRow("no start") << (machine + end) << u"start"_s;
        QTest::newRow("empty start") << (machine + "&start=" + end) << u"start"_s;
        QTest::newRow("bad start") << (machine + "&start=yesterday" + end) << u"start"_s;
        QTest::newRow("start twice") << (machine + start + start + end) << u"start"_s;
        QTest::newRow("no end") << (machine + start) << u"end"_s;
        QTest::newRow("bad end") << (machine + start + "&end=2026-01-15") << u"end"_s;
        QTest::newRow("end is start") << (machine + start + "&end=2026-01-15T00:00:00Z") << u"end"_s;
        QTest::newRow("end before start")
            << (machine + start + "&end=2026-01-14T23:59:59.999999Z") << u"end"_s;
        QTest::newRow("end is start after truncation")
            << (machine + start + "&end=2026-01-15T00:00:00.000000999Z") << u"end"_s;
        QTest::newRow("names have a case") << ("machineid=M" + start + end) << u"machineId"_s;
    }
    void aBadParameterIsNamed()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, named);
        const ApiAnswer answer = api().request({"GET", "/stats?" + query});
        QCOMPARE(answer.status(), 400);
        QVERIFY2(answer.detail().contains(named), qPrintable(answer.detail()));
    }

    void anUnknownParameterIsIgnored()
    {
        const QByteArray target =
            "/stats?x=1&machineId=M&start=2026-01-15T00:00:00Z&end=2026-01-15T06:00:00Z&limit=0";
        QCOMPARE(api().request({"GET", target}).status(), 200);
    }

    void randomStreamsGiveTheFiguresOfAPlainRecount();
};

void StatsTest::randomStreamsGiveTheFiguresOfAPlainRecount()
{
    std::mt19937_64 random(20260115);
    const auto number = [&random](qint64 low, qint64 high) {
        return std::uniform_int_distribution<qint64>(low, high)(random);
    };
    // Three days, with many events on and beside the edges of minutes, hours and days.
    const Micros begin = TestDay - 1000 * OneDay;
    const auto time = [&] {
        const Micros unit = QList<Micros>{1, OneSecond, OneMinute, OneHour, OneDay}[number(0, 4)];
        return std::clamp(begin + number(0, 3 * OneDay / unit) * unit + number(-1, 1), begin,
                          begin + 3 * OneDay);
    };
    const auto fill = [&](KnownEvent &known) {
        known.machineId = own(u"M%1"_s.arg(number(1, 4)));
        known.time = time();
        known.durationMs = number(0, 600'000);
        known.defects = number(-1, 3);
        known.line = number(0, 2) == 0 ? known.line : own(u"L%1"_s.arg(number(1, 3)));
    };
    QList<KnownEvent> known(2000);
    QJsonArray batch;
    for (qsizetype i = 0; i < known.size(); ++i) {
        known[i].eventId = own(u"E%1"_s.arg(i));
        fill(known[i]);
        batch.append(known[i].wire());
    }
    QCOMPARE(api().postBatch(batch).object()[u"accepted"_s].toInt(), known.size());
    QJsonArray corrections;
    for (qsizetype i = 0; i < known.size(); i += 7) {
        fill(known[i]);
        corrections.append(known[i].wire());
    }
    api().postBatch(corrections);

    const Recount recount(known);
    for (int i = 0; i < 300; ++i) {
        const Micros a = time();
        const Micros b = time();
        if (a == b)
            continue;
        const QString machine = own(u"M%1"_s.arg(number(1, 4)));
        const Query query{{u"machineId"_s, machine},
                          {u"start"_s, wireTime(std::min(a, b))},
                          {u"end"_s, wireTime(std::max(a, b))}};
        QCOMPARE(api().get(u"/stats"_s, query).object(),
                 recount.stats(machine, std::min(a, b), std::max(a, b)));
    }
}

LINEWATCH_TEST(StatsTest)
#include "tst_stats.moc"

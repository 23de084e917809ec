// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/recount.h"
#include "e2e/servertest.h"
#include "support/testprogram.h"

#include <random>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** GET /stats/top-defect-lines */
class TopDefectLinesTest : public ServerTest
{
    Q_OBJECT

private slots:
    void linesComeByDefectsThenEventsThenName()
    {
        post({{u"B"_s, 5},
              {u"B"_s, 0},
              {u"A"_s, 5},
              {u"A"_s, 0},
              {u"C"_s, 3},
              {u"C"_s, 2},
              {u"C"_s, 0},
              {u"D"_s, 9},
              {u"b"_s, 5},
              {u"b"_s, 0}});
        QCOMPARE(ids(top()), (QStringList{u"D"_s, u"C"_s, u"A"_s, u"B"_s, u"b"_s}));
    }

    void aLineHasItsSumsAndItsPercentage()
    {
        post({{u"L"_s, 1}, {u"L"_s, 0}, {u"L"_s, -1}});
        const QJsonObject expected{{u"lineId"_s, u"L"_s},
                                   {u"totalDefects"_s, 1},
                                   {u"eventCount"_s, 3},
                                   {u"defectsPercent"_s, 33.33}};
        QCOMPARE(top(), QJsonArray{expected});
    }

    void percentagesAreRoundedHalfUpAndMayPassAHundred()
    {
        QList<std::pair<QString, int>> events{{u"eighth"_s, 1}, {u"many"_s, 250}, {u"sixteenth"_s, 1}};
        for (int i = 1; i < 8; ++i)
            events.append({u"eighth"_s, 0});
        for (int i = 1; i < 160; ++i)
            events.append({u"sixteenth"_s, i == 1 ? 9 : 0}); // 10 of 160: 6.25
        for (int i = 0; i < 800; ++i)
            events.append({u"half"_s, i == 0 ? 1 : 0}); // 0.125
        post(events);
        QMap<QString, double> percent;
        for (const QJsonValue &line : top())
            percent.insert(line[u"lineId"_s].toString(), line[u"defectsPercent"_s].toDouble());
        QCOMPARE(percent,
                 (QMap<QString, double>{
                     {u"eighth"_s, 12.5}, {u"many"_s, 25'000.0}, {u"sixteenth"_s, 6.25}, {u"half"_s, 0.13}}));
    }

    void linesWithoutAKnownDefectAreLeftOut()
    {
        post({{u"clean"_s, 0}, {u"unknown"_s, -1}, {u"bad"_s, 1}});
        QCOMPARE(ids(top()), QStringList{u"bad"_s});
        QVERIFY(top(ownDay() + OneDay, ownDay() + OneDay + 1).isEmpty());
    }

    void tenLinesUnlessALimitIsGiven()
    {
        QList<std::pair<QString, int>> events;
        for (int i = 0; i < 120; ++i)
            events.append({u"L%1"_s.arg(i, 3, 10, QLatin1Char('0')), 1000 - i});
        post(events);
        QCOMPARE(top().size(), 10);
        QCOMPARE(top().last()[u"lineId"_s].toString(), u"L009"_s);
        QCOMPARE(topWith({{u"limit"_s, u"1"_s}}).size(), 1);
        QCOMPARE(topWith({{u"limit"_s, u"100"_s}}).size(), 100);
    }

    void theWindowIsHalfOpen()
    {
        const Micros time = ownDay() + 5 * OneHour + 123'457;
        api().postBatch({event().at(time).defects(1).line(u"L"_s)});
        QCOMPARE(top(time, time + 1).size(), 1);
        QCOMPARE(top(time - OneHour, time).size(), 0);
        QCOMPARE(top(time + 1, time + OneDay).size(), 0);
        QCOMPARE(top(time - OneDay, time + OneDay).size(), 1);
    }

    void withoutBoundsTheLast24HoursCount()
    {
        const Micros now = nowMicros();
        const QString factory = own(u"F"_s);
        api().postBatch(
            {event(u"A"_s).at(now - OneMinute).defects(1).line(u"now"_s).factory(factory),
             event(u"B"_s).at(now - OneDay + OneMinute).defects(1).line(u"yesterday"_s).factory(factory),
             event(u"C"_s).at(now - OneDay - OneMinute).defects(1).line(u"too old"_s).factory(factory),
             event(u"D"_s).at(now + 10 * OneMinute).defects(1).line(u"future"_s).factory(factory)});
        const ApiAnswer answer = api().get(u"/stats/top-defect-lines"_s, {{u"factoryId"_s, factory}});
        QCOMPARE(ids(answer.array()), (QStringList{u"now"_s, u"yesterday"_s}));
    }

    void startAndEndAreOtherNames()
    {
        post({{u"L"_s, 1}});
        const Query bounds{{u"start"_s, wireTime(ownDay())}, {u"end"_s, wireTime(ownDay() + OneDay)}};
        QCOMPARE(api().get(u"/stats/top-defect-lines"_s, bounds).array(), top());
        QCOMPARE(top().size(), 1);
    }

    void theLineIsTheStatedOneElseTheMachine()
    {
        const Micros day = ownDay();
        api().postBatch(
            {event(u"A"_s).at(day).defects(1), event(u"B"_s).at(day).defects(3).line(u"stated"_s)});
        QCOMPARE(ids(top()), (QStringList{u"stated"_s, own(u"M"_s)}));
    }

    void aMachineAndALineOfOneNameAreOneLine()
    {
        const Micros day = ownDay();
        api().postBatch(
            {event(u"A"_s).at(day).defects(1),
             event(u"B"_s).at(day).defects(3).line(own(u"M"_s)).with(u"machineId"_s, u"other"_s)});
        QCOMPARE(top().size(), 1);
        QCOMPARE(top()[0][u"totalDefects"_s].toInt(), 4);
    }

    void aLineInTwoFactoriesIsOneRowUnlessFiltered()
    {
        const Micros day = ownDay();
        const QString one = own(u"F1"_s);
        const QString two = own(u"F2"_s);
        api().postBatch({event(u"A"_s).at(day).defects(1).line(u"L"_s).factory(one),
                         event(u"B"_s).at(day).defects(2).line(u"L"_s).factory(two),
                         event(u"C"_s).at(day).defects(4).line(u"L"_s),
                         event(u"D"_s).at(day).defects(8).line(u"K"_s).factory(two)});
        QCOMPARE(ids(top()), (QStringList{u"K"_s, u"L"_s}));
        QCOMPARE(top()[1][u"totalDefects"_s].toInt(), 7);
        const QJsonArray first = topWith({{u"factoryId"_s, one}});
        QCOMPARE(ids(first), QStringList{u"L"_s});
        QCOMPARE(first[0][u"totalDefects"_s].toInt(), 1);
        QCOMPARE(ids(topWith({{u"factoryId"_s, two}})), (QStringList{u"K"_s, u"L"_s}));
        QVERIFY(topWith({{u"factoryId"_s, u"nobody's"_s}}).isEmpty());
    }

    void correctionsMoveDefectsBetweenLines()
    {
        const Micros day = ownDay();
        api().postBatch({event().at(day).defects(5).line(u"wrong"_s)});
        api().postBatch({event().at(day).defects(5).line(u"right"_s)});
        QCOMPARE(ids(top()), QStringList{u"right"_s});
    }

    void aBadParameterIsNamed_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("named");
        const QByteArray from = "from=2026-01-15T00:00:00Z";
        const QByteArray to = "&to=2026-01-15T06:00:00Z";
        QTest::newRow("from alone") << from << u"to"_s;
        QTest::newRow("to alone") << to << u"from"_s;
        QTest::newRow("start alone") << QByteArray("start=2026-01-15T00:00:00Z") << u"end"_s;
        QTest::newRow("end alone") << QByteArray("end=2026-01-15T00:00:00Z") << u"start"_s;
        QTest::newRow("bad from") << ("from=x" + to) << u"from"_s;
        QTest::newRow("bad to") << (from + "&to=x") << u"to"_s;
        QTest::newRow("empty window") << (from + "&to=2026-01-15T00:00:00Z") << u"to"_s;
        QTest::newRow("window backwards") << (from + "&to=2026-01-14T00:00:00Z") << u"to"_s;
        QTest::newRow("from twice") << (from + '&' + from + to) << u"from"_s;
        for (const char *limit :
             {"0", "101", "-1", "", "ten", "1.5", "5e0", " 5", "5 ", "+5", "99999999999999999999"})
            QTest::addRow("limit '%s'", limit)
                << ("limit=" + QByteArray(limit).replace(' ', "%20").replace('+', "%2B")) << u"limit"_s;
        QTest::newRow("limit twice") << QByteArray("limit=5&limit=5") << u"limit"_s;
        QTest::newRow("empty factoryId") << QByteArray("factoryId=") << u"factoryId"_s;
        QTest::newRow("factoryId too long") << ("factoryId=" + QByteArray(65, 'x')) << u"factoryId"_s;
        QTest::newRow("factoryId with a tab") << QByteArray("factoryId=%09") << u"factoryId"_s;
    }
    void aBadParameterIsNamed()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, named);
        const ApiAnswer answer = api().request({"GET", "/stats/top-defect-lines?" + query});
        QCOMPARE(answer.status(), 400);
        QVERIFY2(answer.detail().contains(named), qPrintable(answer.detail()));
    }

    void randomStreamsGiveTheLinesOfAPlainRecount();

private:
    /** Events of this day, each a line and its defects. */
    void post(const QList<std::pair<QString, int>> &lines)
    {
        QJsonArray events;
        for (const auto &[line, defects] : lines)
            events.append(event(u"E%1"_s.arg(events.size()))
                              .at(ownDay() + events.size() * OneSecond)
                              .line(line)
                              .defects(defects));
        QCOMPARE(api().postBatch(events).object()[u"accepted"_s].toInt(), lines.size());
    }

    QJsonArray top(Micros from, Micros to, const Query &more = {})
    {
        const Query bounds{{u"from"_s, wireTime(from)}, {u"to"_s, wireTime(to)}};
        return api().get(u"/stats/top-defect-lines"_s, bounds + more).array();
    }
    QJsonArray topWith(const Query &more) { return top(ownDay(), ownDay() + OneDay, more); }
    QJsonArray top() { return topWith({}); }

    static QStringList ids(const QJsonArray &lines)
    {
        QStringList ids;
        for (const QJsonValue &line : lines)
            ids.append(line[u"lineId"_s].toString());
        return ids;
    }
};

void TopDefectLinesTest::randomStreamsGiveTheLinesOfAPlainRecount()
{
    std::mt19937_64 random(4711);
    const auto number = [&random](qint64 low, qint64 high) {
        return std::uniform_int_distribution<qint64>(low, high)(random);
    };
    const Micros begin = TestDay - 2000 * OneDay;
    const auto time = [&] { return begin + number(0, 2 * 24 * 60) * OneMinute + number(-1, 1); };
    QList<KnownEvent> known(2000);
    QJsonArray batch;
    for (qsizetype i = 0; i < known.size(); ++i) {
        KnownEvent &made = known[i];
        made = {own(u"E%1"_s.arg(i)), own(u"M%1"_s.arg(number(1, 12))), time(), 1000, number(-1, 2), {}, {}};
        if (number(0, 2) > 0)
            made.line = u"L%1"_s.arg(number(1, 15));
        if (number(0, 1) > 0)
            made.factory = own(u"F%1"_s.arg(number(1, 3)));
        batch.append(made.wire());
    }
    QCOMPARE(api().postBatch(batch).object()[u"accepted"_s].toInt(), known.size());
    const Recount recount(known);
    for (int i = 0; i < 200; ++i) {
        const Micros a = time();
        const Micros b = time();
        if (a == b)
            continue;
        const int limit = static_cast<int>(number(1, 30));
        const QString factory = number(0, 1) > 0 ? own(u"F%1"_s.arg(number(1, 3))) : QString();
        Query more{{u"limit"_s, QString::number(limit)}};
        if (!factory.isEmpty())
            more.append({u"factoryId"_s, factory});
        QCOMPARE(top(std::min(a, b), std::max(a, b), more),
                 recount.topDefectLines(std::min(a, b), std::max(a, b), limit, factory));
    }
}

LINEWATCH_TEST(TopDefectLinesTest)
#include "tst_topdefectlines.moc"

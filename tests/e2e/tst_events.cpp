// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/servertest.h"
#include "support/testprogram.h"

#include <QSet>

#include <random>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** GET /events */
class EventsTest : public ServerTest
{
    Q_OBJECT

private slots:
    void anEventShowsWhatWasPostedAndWhatBecameOfIt()
    {
        const Micros day = ownDay();
        api().postBatch({event().at(day).lasting(1234).defects(-1).line(u"L"_s).factory(u"F"_s)});
        QJsonObject item = list({}).first().toObject();
        QVERIFY(fromWireTime(item.take(u"receivedTime"_s).toString()) > TestDay);
        const QJsonObject expected{{u"eventId"_s, own(u"E"_s)},
                                   {u"machineId"_s, own(u"M"_s)},
                                   {u"eventTime"_s, wireTime(day)},
                                   {u"durationMs"_s, 1234},
                                   {u"defectCount"_s, -1},
                                   {u"lineId"_s, u"L"_s},
                                   {u"factoryId"_s, u"F"_s},
                                   {u"version"_s, 1},
                                   {u"line"_s, u"L"_s}};
        QCOMPARE(item, expected);
    }

    void whatAnEventDoesNotStateIsLeftOut()
    {
        api().postBatch({event().at(ownDay())});
        const QJsonObject item = list({}).first().toObject();
        QVERIFY(!item.contains(u"lineId"_s));
        QVERIFY(!item.contains(u"factoryId"_s));
        QCOMPARE(item[u"line"_s].toString(), own(u"M"_s));
    }

    void theNewestComesFirst()
    {
        const Micros day = ownDay();
        api().postBatch({event(u"b"_s).at(day), event(u"old"_s).at(day - 1), event(u"é"_s).at(day),
                         event(u"a"_s).at(day), event(u"B"_s).at(day), event(u"new"_s).at(day + 1)});
        QCOMPARE(names(list({})), (QStringList{u"new"_s, u"é"_s, u"b"_s, u"a"_s, u"B"_s, u"old"_s}));
    }

    void correctedEventsShowTheirNewestState()
    {
        const Micros day = ownDay();
        api().postBatch({event(u"A"_s).at(day), event(u"B"_s).at(day + 1)});
        api().postBatch({event(u"A"_s).at(day + 2).defects(7)});
        const QJsonArray items = list({});
        QCOMPARE(names(items), (QStringList{u"A"_s, u"B"_s}));
        QCOMPARE(items[0][u"defectCount"_s].toInt(), 7);
        QCOMPARE(items[0][u"version"_s].toInt(), 2);
    }

    void theMachineFilters()
    {
        const Micros day = ownDay();
        api().postBatch({event(u"A"_s).at(day),
                         event(u"B"_s).at(day).with(u"machineId"_s, own(u"M"_s) + u"0"_s),
                         event(u"C"_s).at(day).with(u"machineId"_s, own(u"m"_s))});
        QCOMPARE(names(list({})), QStringList{u"A"_s});
        QVERIFY(api().get(u"/events"_s, {{u"machineId"_s, u"nobody"_s}}).items().isEmpty());
    }

    void theEffectiveLineFilters()
    {
        const Micros day = ownDay();
        api().postBatch({event(u"A"_s).at(day).line(own(u"L"_s)), event(u"B"_s).at(day),
                         event(u"C"_s).at(day).with(u"machineId"_s, own(u"L"_s)),
                         event(u"D"_s).at(day).line(own(u"l"_s))});
        QCOMPARE(names(api().get(u"/events"_s, {{u"lineId"_s, own(u"L"_s)}}).items()),
                 (QStringList{u"C"_s, u"A"_s}));
        QCOMPARE(names(list({{u"lineId"_s, own(u"L"_s)}})), QStringList{u"A"_s});
        QCOMPARE(names(list({{u"lineId"_s, own(u"M"_s)}})), QStringList{u"B"_s});
    }

    void theWindowIsHalfOpen()
    {
        const Micros time = ownDay() + 123'457;
        api().postBatch({event().at(time)});
        const auto count = [this](Micros from, Micros to) {
            return list({{u"from"_s, wireTime(from)}, {u"to"_s, wireTime(to)}}).size();
        };
        QCOMPARE(count(time, time + 1), 1);
        QCOMPARE(count(time - 1, time), 0);
        QCOMPARE(count(time + 1, time + OneDay), 0);
        QCOMPARE(list({{u"from"_s, wireTime(time)}}).size(), 1);
        QCOMPARE(list({{u"from"_s, wireTime(time + 1)}}).size(), 0);
        QCOMPARE(list({{u"to"_s, wireTime(time + 1)}}).size(), 1);
        QCOMPARE(list({{u"to"_s, wireTime(time)}}).size(), 0);
    }

    void aHundredEventsUnlessALimitIsGiven()
    {
        postMany(1200, ownDay());
        QCOMPARE(list({}).size(), 100);
        QCOMPARE(list({{u"limit"_s, u"1"_s}}).size(), 1);
        QCOMPARE(list({{u"limit"_s, u"1000"_s}}).size(), 1000);
    }

    void theLastPageHasNoCursor_data()
    {
        QTest::addColumn<int>("limit");
        for (const int limit : {1, 3, 6, 7, 100})
            QTest::addRow("limit %d", limit) << limit;
    }
    void theLastPageHasNoCursor()
    {
        QFETCH(int, limit);
        postMany(6, ownDay());
        QCOMPARE(allNames(limit).size(), 6);
    }

    void pagesOfEqualTimesAreComplete()
    {
        QJsonArray events;
        for (int i = 0; i < 50; ++i)
            events.append(event(u"E%1"_s.arg(i)).at(ownDay()));
        api().postBatch(events);
        QStringList expected;
        for (int i = 0; i < 50; ++i)
            expected.append(u"E%1"_s.arg(i));
        std::sort(expected.begin(), expected.end(), std::greater());
        // Ids end in this test's number, so their order is that of the names with "-".
        QStringList got = allNames(7);
        QCOMPARE(QSet<QString>(got.begin(), got.end()), QSet<QString>(expected.begin(), expected.end()));
        QCOMPARE(got.size(), expected.size());
        QStringList ids;
        for (const QString &name : got)
            ids.append(own(name));
        QVERIFY(std::is_sorted(ids.begin(), ids.end(), std::greater()));
    }

    void pagingNeitherRepeatsNorMissesWhileTheTableChanges()
    {
        constexpr int count = 300;
        const Micros day = ownDay();
        postMany(count, day);
        std::mt19937 random(1);
        QStringList seen;
        Query query{{u"machineId"_s, own(u"M"_s)}, {u"limit"_s, u"20"_s}};
        for (int page = 0;; ++page) {
            const ApiAnswer answer = api().get(u"/events"_s, query);
            QCOMPARE(answer.status(), 200);
            seen += names(answer.items());
            const QJsonValue cursor = answer.object()[u"nextCursor"_s];
            if (cursor.isNull())
                break;
            query.resize(2);
            query.append({u"cursor"_s, cursor.toString()});
            // Between the pages: corrections that move events over the page's edge and away, new events on
            // both sides.
            QJsonArray changes;
            for (int i = 0; i < 20; ++i) {
                const Micros anywhere =
                    day + std::uniform_int_distribution<Micros>(-10, count + 10)(random) * OneSecond;
                changes.append(event(u"E%1"_s.arg(random() % count)).at(anywhere).defects(page));
                changes.append(event(u"N%1.%2"_s.arg(page).arg(i)).at(anywhere).received(day));
            }
            changes.append(
                event(u"E%1"_s.arg(random() % count)).at(day).with(u"machineId"_s, u"elsewhere"_s));
            api().postBatch(changes);
        }
        QCOMPARE(seen.size(), count);
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), count);
        QVERIFY(std::none_of(seen.begin(), seen.end(),
                             [](const QString &name) { return name.startsWith(u'N'); }));
    }

    void aBadParameterIsNamed_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("named");
        for (const char *limit : {"0", "1001", "-5", "", "all", "2.0"})
            QTest::addRow("limit '%s'", limit) << ("limit=" + QByteArray(limit)) << u"limit"_s;
        for (const char *cursor :
             {"", "x", "garbage", "%00", "MTIz", "e30", "AAAAAAAAAAAAAAAAAAAAAA", "-1", "../../etc"})
            QTest::addRow("cursor '%s'", cursor) << ("cursor=" + QByteArray(cursor)) << u"cursor"_s;
        QTest::newRow("empty machineId") << QByteArray("machineId=") << u"machineId"_s;
        QTest::newRow("machineId too long") << ("machineId=" + QByteArray(65, 'x')) << u"machineId"_s;
        QTest::newRow("machineId twice") << QByteArray("machineId=a&machineId=b") << u"machineId"_s;
        QTest::newRow("lineId with DEL") << QByteArray("lineId=%7F") << u"lineId"_s;
        QTest::newRow("bad from") << QByteArray("from=x") << u"from"_s;
        QTest::newRow("bad to") << QByteArray("to=x") << u"to"_s;
        QTest::newRow("empty window")
            << QByteArray("from=2026-01-15T00:00:00Z&to=2026-01-15T00:00:00Z") << u"to"_s;
    }
    void aBadParameterIsNamed()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, named);
        const ApiAnswer answer = api().request({"GET", "/events?" + query});
        QCOMPARE(answer.status(), 400);
        QVERIFY2(answer.detail().contains(named), qPrintable(answer.detail()));
    }

    void aTamperedCursorIsRefusedOrHarmless()
    {
        postMany(3, ownDay());
        const QByteArray cursor =
            api()
                .get(u"/events"_s, {{u"machineId"_s, own(u"M"_s)}, {u"limit"_s, u"1"_s}})
                .object()[u"nextCursor"_s]
                .toString()
                .toUtf8();
        QVERIFY(!cursor.isEmpty());
        for (qsizetype i = 0; i < cursor.size(); ++i) {
            QByteArray tampered = cursor;
            tampered[i] = tampered[i] == 'A' ? 'B' : 'A';
            const int status = api().request({"GET", "/events?cursor=" + tampered}).status();
            QVERIFY2(status == 400 || status == 200, tampered.constData());
        }
    }

private:
    QJsonArray list(const Query &more)
    {
        return api().get(u"/events"_s, Query{{u"machineId"_s, own(u"M"_s)}} + more).items();
    }

    /** Events E0, E1 ... one second apart. */
    void postMany(int count, Micros start)
    {
        QJsonArray events;
        for (int i = 0; i < count; ++i)
            events.append(event(u"E%1"_s.arg(i)).at(start + i * OneSecond));
        QCOMPARE(api().postBatch(events).object()[u"accepted"_s].toInt(), count);
    }

    QStringList allNames(int limit)
    {
        return names(api().getAllItems(
            u"/events"_s, {{u"machineId"_s, own(u"M"_s)}, {u"limit"_s, QString::number(limit)}}));
    }

    /** The ids without what makes them this test's own. */
    QStringList names(const QJsonArray &items) const
    {
        QStringList names;
        for (const QJsonValue &item : items)
            names.append(item[u"eventId"_s].toString().chopped(own(QString()).size()));
        return names;
    }
};

LINEWATCH_TEST(EventsTest)
#include "tst_events.moc"

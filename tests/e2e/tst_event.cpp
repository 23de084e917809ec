// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/servertest.h"
#include "support/testprogram.h"

#include <QUrl>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** GET /events/{eventId} */
class EventTest : public ServerTest
{
    Q_OBJECT

private slots:
    void anUnknownEventIs404()
    {
        const ApiAnswer answer = api().get(u"/events/"_s + own(u"E"_s));
        QCOMPARE(answer.status(), 404);
        QCOMPARE(answer.http.mediaType(), "application/problem+json");
    }

    void revisionsShowWhatTheEventSaidBefore()
    {
        const Micros day = ownDay();
        const QList<WireEvent> versions{
            event().at(day).defects(1).lasting(10).line(u"L1"_s),
            event().at(day + 1).defects(2).lasting(20).line(u"L1"_s),
            event().at(day + 2).defects(-1).lasting(30).line(u"L2"_s).factory(u"F"_s)};
        QStringList received;
        for (const WireEvent &version : versions) {
            api().postBatch({version});
            received.append(stored()[u"receivedTime"_s].toString());
        }
        const QJsonObject now = stored();
        QCOMPARE(now[u"version"_s].toInt(), 3);
        const QJsonArray revisions = now[u"revisions"_s].toArray();
        QCOMPARE(revisions.size(), 2);
        for (qsizetype i = 0; i < revisions.size(); ++i) {
            QJsonObject expected = versions[i].json();
            expected.insert(u"version"_s, i + 1);
            expected.insert(u"line"_s, u"L1"_s);
            expected.insert(u"receivedTime"_s, received[i]);
            expected.insert(u"supersededAt"_s, received[i + 1]);
            QCOMPARE(revisions[i].toObject(), expected);
        }
    }

    void supersededAtIsTheServersStampEvenOfAClaimedCorrection()
    {
        const Micros claim = nowMicros() - OneHour;
        const Micros before = nowMicros();
        api().postBatch({event().received(claim)});
        api().postBatch({event().defects(5).received(claim + 1)});
        const QJsonObject now = stored();
        QCOMPARE(now[u"receivedTime"_s].toString(), wireTime(claim + 1));
        const QJsonValue revision = now[u"revisions"_s][0];
        QCOMPARE(revision[u"receivedTime"_s].toString(), wireTime(claim));
        QVERIFY(fromWireTime(revision[u"supersededAt"_s].toString()) >= before);
    }

    void aRevisionKeepsItsMachineAndLine()
    {
        api().postBatch({event()});
        api().postBatch({event().with(u"machineId"_s, own(u"N"_s)).line(u"L"_s)});
        const QJsonObject now = stored();
        QCOMPARE(now[u"line"_s].toString(), u"L"_s);
        QCOMPARE(now[u"revisions"_s][0][u"machineId"_s].toString(), own(u"M"_s));
        QCOMPARE(now[u"revisions"_s][0][u"line"_s].toString(), own(u"M"_s));
    }

    void anyIdCanBeRead_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("slash") << u"a/b"_s;
        QTest::newRow("slashes") << u"//"_s;
        QTest::newRow("percent") << u"100%"_s;
        QTest::newRow("escaped slash in words") << u"a%2Fb"_s;
        QTest::newRow("question mark") << u"a?b=c"_s;
        QTest::newRow("hash") << u"a#b"_s;
        QTest::newRow("plus") << u"a+b"_s;
        QTest::newRow("blank") << u"a b"_s;
        QTest::newRow("dots") << u".."_s;
        QTest::newRow("dot") << u"."_s;
        QTest::newRow("quotes") << u"'\"`;--"_s;
        QTest::newRow("braces") << u"{eventId}"_s;
        QTest::newRow("two bytes") << u"größe"_s;
        QTest::newRow("four bytes") << u"😀"_s;
        QTest::newRow("longest") << u"😀"_s.repeated(128);
        QTest::newRow("UUID") << u"7d444840-9dc0-11d1-b245-5ffdce74fad2"_s;
        QTest::newRow("UUID in capitals") << u"7D444840-9DC0-11D1-B245-5FFDCE74FAD2"_s;
        QTest::newRow("sixteen characters") << u"0123456789abcdef"_s;
        QTest::newRow("Batch with a capital") << u"Batch"_s;
    }
    void anyIdCanBeRead()
    {
        QFETCH(QString, id);
        QCOMPARE(api().postBatch({event().with(u"eventId"_s, id)}).outcomes(), QStringList{u"ACCEPTED"_s});
        const ApiAnswer answer = api().request({"GET", "/events/" + QUrl::toPercentEncoding(id, {}, ".")});
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.object()[u"eventId"_s].toString(), id);
        QCOMPARE(answer.object()[u"machineId"_s].toString(), own(u"M"_s));
    }

    void theIdBatchCannotBeRead()
    {
        QCOMPARE(api().postBatch({event().with(u"eventId"_s, u"batch"_s)}).outcomes(),
                 QStringList{u"ACCEPTED"_s});
        const ApiAnswer answer = api().get(u"/events/batch"_s);
        QCOMPARE(answer.status(), 405);
        QCOMPARE(answer.http.header("Allow").value(), "POST");
    }

    void anIdThatCannotBeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("too long") << ("/events/" + QByteArray(129, 'x'));
        QTest::newRow("control character") << QByteArray("/events/a%0Ab");
        QTest::newRow("NUL") << QByteArray("/events/a%00");
        QTest::newRow("C1") << QByteArray("/events/%C2%9F");
        QTest::newRow("broken UTF-8") << QByteArray("/events/%FF");
        QTest::newRow("broken escape") << QByteArray("/events/%4x");
        QTest::newRow("cut escape") << QByteArray("/events/%4");
    }
    void anIdThatCannotBeIsRefused()
    {
        QFETCH(QByteArray, path);
        QCOMPARE(api().request({"GET", path}).status(), 400);
    }

    void pathsBesideAreUnknown()
    {
        for (const char *path : {"/events/a/b", "/events/", "/Events/a", "/events//a"}) {
            const int status = api().request({"GET", path}).status();
            QVERIFY2(status == 404 || status == 400, path);
        }
    }
};

LINEWATCH_TEST(EventTest)
#include "tst_event.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/heldstore.h"
#include "e2e/servertest.h"
#include "support/testprogram.h"

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** A store that cannot be written for a while. */
class UnavailableTest : public ServerTest
{
    Q_OBJECT

private slots:
    void aLockedStoreTakesNothingAndSaysWhenToComeBack()
    {
        api().postBatch({event(u"before"_s)});
        {
            const HeldStore held(server().storeFile());
            QVERIFY(held.isHeld());
            const BatchAnswer answer = api().postBatch({event(), event(u"bad"_s).defects(-2)});
            QCOMPARE(answer.status(), 503);
            QVERIFY(answer.http.header("Retry-After").value_or(QByteArray()).toInt() > 0);
            QCOMPARE(answer.object()[u"type"_s].toString(), u"about:blank"_s);
        }
        QCOMPARE(api().request({"GET", "/events/" + own(u"E"_s).toUtf8()}).status(), 404);
        QCOMPARE(stats(TestDay, TestDay + 1)[u"eventsCount"_s].toInt(), 1);
        QVERIFY(api().get(u"/rejections"_s, {{u"machineId"_s, own(u"M"_s)}}).items().isEmpty());
        QCOMPARE(api().postBatch({event(u"before"_s), event()}).outcomes(),
                 (QStringList{u"DEDUPED IDENTICAL"_s, u"ACCEPTED"_s}));
    }

    void whatIsStoredCanBeReadWhileTheStoreIsLocked()
    {
        api().postBatch({event()});
        const QJsonObject before = stored();
        const HeldStore held(server().storeFile());
        QVERIFY(held.isHeld());
        QCOMPARE(stored(), before);
        QCOMPARE(stats(TestDay, TestDay + 1)[u"eventsCount"_s].toInt(), 1);
    }

    void itIsNotReadyUntilPostsAreTakenAgain()
    {
        QCOMPARE(api().get(u"/readyz"_s).status(), 200);
        {
            const HeldStore held(server().storeFile());
            QVERIFY(held.isHeld());
            QCOMPARE(api().postBatch({event()}).status(), 503);
            const ApiAnswer answer = api().get(u"/readyz"_s);
            QCOMPARE(answer.status(), 503);
            QVERIFY(!answer.detail().isEmpty());
            QCOMPARE(api().get(u"/healthz"_s).status(), 200);
        }
        QTRY_COMPARE(api().get(u"/readyz"_s).status(), 200);
        QCOMPARE(api().postBatch({event()}).outcomes(), QStringList{u"ACCEPTED"_s});
    }
};

LINEWATCH_TEST(UnavailableTest)
#include "tst_unavailable.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/servertest.h"
#include "support/testprogram.h"

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** Times: what is read, and how they come back. */
class TimesTest : public ServerTest
{
    Q_OBJECT

private slots:
    void timesComeBackInUtcWithoutTrailingZeros_data()
    {
        QTest::addColumn<QString>("in");
        QTest::addColumn<QString>("out");
        const auto row = [](const QString &in, const QString &out) {
            QTest::newRow(qPrintable(in)) << in << out;
        };
        row(u"2026-01-15T10:12:03.123Z"_s, u"2026-01-15T10:12:03.123Z"_s);
        row(u"2026-01-15T10:00:00Z"_s, u"2026-01-15T10:00:00Z"_s);
        row(u"2026-01-15T10:00:00.000Z"_s, u"2026-01-15T10:00:00Z"_s);
        row(u"2026-01-15T10:00:00.1Z"_s, u"2026-01-15T10:00:00.1Z"_s);
        row(u"2026-01-15T10:00:00.120000000Z"_s, u"2026-01-15T10:00:00.12Z"_s);
        row(u"2026-01-15T10:00:00.000001Z"_s, u"2026-01-15T10:00:00.000001Z"_s);
        row(u"2026-01-15T10:00:00.000000999Z"_s, u"2026-01-15T10:00:00Z"_s);
        row(u"2026-01-15T10:00:00.999999999Z"_s, u"2026-01-15T10:00:00.999999Z"_s);
        row(u"2026-01-15t10:00:00z"_s, u"2026-01-15T10:00:00Z"_s);
        row(u"2026-01-15T10:00:00+00:00"_s, u"2026-01-15T10:00:00Z"_s);
        row(u"2026-01-15T10:00:00-00:00"_s, u"2026-01-15T10:00:00Z"_s);
        row(u"2026-01-15T10:00:00.5+05:45"_s, u"2026-01-15T04:15:00.5Z"_s);
        row(u"2026-01-15T23:30:00-02:00"_s, u"2026-01-16T01:30:00Z"_s);
        row(u"2026-01-01T00:30:00+01:00"_s, u"2025-12-31T23:30:00Z"_s);
        row(u"2026-01-15T10:00:00+23:59"_s, u"2026-01-14T10:01:00Z"_s);
        row(u"2024-02-29T12:00:00Z"_s, u"2024-02-29T12:00:00Z"_s);
        row(u"2024-02-29T23:59:59-00:01"_s, u"2024-03-01T00:00:59Z"_s);
        row(u"1969-12-31T23:59:59.999999Z"_s, u"1969-12-31T23:59:59.999999Z"_s);
        row(u"1900-01-01T00:00:00Z"_s, u"1900-01-01T00:00:00Z"_s);
        row(u"0001-01-01T00:00:00Z"_s, u"0001-01-01T00:00:00Z"_s);
    }
    void timesComeBackInUtcWithoutTrailingZeros()
    {
        QFETCH(QString, in);
        QFETCH(QString, out);
        QCOMPARE(api().postBatch({event().with(u"eventTime"_s, in)}).outcomes(), QStringList{u"ACCEPTED"_s});
        QCOMPARE(stored()[u"eventTime"_s].toString(), out);
        // The same text is read the same way in a query; the store of this day holds but this event.
        const ApiAnswer answer = api().get(u"/events"_s, {{u"machineId"_s, own(u"M"_s)}, {u"from"_s, in}});
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.items().size(), 1);
    }

    void whatIsNoTimeIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"2026-01-15T10:00:00",
                                 "2026-01-15 10:00:00Z",
                                 "2026-01-15T10:00Z",
                                 "2026-01-15",
                                 "2026-01-15T10:00:00.Z",
                                 "2026-01-15T10:00:00,5Z",
                                 "2026-01-15T10:00:00.1234567890Z",
                                 "2026-01-15T10:00:60Z",
                                 "2026-12-31T23:59:60Z",
                                 "2026-01-15T24:00:00Z",
                                 "2026-01-15T10:60:00Z",
                                 "2026-13-01T10:00:00Z",
                                 "2026-00-10T10:00:00Z",
                                 "2026-01-00T10:00:00Z",
                                 "2026-01-32T10:00:00Z",
                                 "2026-02-29T10:00:00Z",
                                 "2026-04-31T10:00:00Z",
                                 "1900-02-29T10:00:00Z",
                                 "26-01-15T10:00:00Z",
                                 "02026-01-15T10:00:00Z",
                                 "+2026-01-15T10:00:00Z",
                                 "-2026-01-15T10:00:00Z",
                                 "2026-1-15T10:00:00Z",
                                 "20260115T100000Z",
                                 "2026-W03-4T10:00:00Z",
                                 "2026-015T10:00:00Z",
                                 "2026-01-15T10:00:00+0100",
                                 "2026-01-15T10:00:00+01",
                                 "2026-01-15T10:00:00+24:00",
                                 "2026-01-15T10:00:00+01:60",
                                 "2026-01-15T10:00:00 Z",
                                 " 2026-01-15T10:00:00Z",
                                 "2026-01-15T10:00:00Z ",
                                 "2026-01-15T10:00:00ZZ",
                                 "2026-01-15T10:00:00UTC",
                                 "2026-01-15T10:00:00+1:00",
                                 "2026/01/15T10:00:00Z",
                                 "2026-01-15T1 :00:00Z",
                                 "2026-01-15T+1:00:00Z",
                                 "now",
                                 "1768435200",
                                 "0000-01-01T00:00:00+00:01"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
        QTest::newRow("other digits") << u"２０２６-01-15T10:00:00Z"_s;
        QTest::newRow("minus sign") << u"2026-01-15T10:00:00\u221201:00"_s;
    }
    void whatIsNoTimeIsRefused()
    {
        QFETCH(QString, text);
        QCOMPARE(api()
                     .postBatch({event().with(u"eventTime"_s, text), event().with(u"receivedTime"_s, text)})
                     .outcomes(),
                 (QStringList{u"REJECTED INVALID_EVENT_TIME"_s, u"REJECTED INVALID_RECEIVED_TIME"_s}));
        const ApiAnswer answer =
            api().get(u"/stats"_s,
                      {{u"machineId"_s, u"M"_s}, {u"start"_s, text}, {u"end"_s, u"2026-01-15T10:00:00Z"_s}});
        QCOMPARE(answer.status(), 400);
        QVERIFY(answer.detail().contains(u"start"_s));
    }

    void aPlusInAQueryNeedsNoEscape()
    {
        const QByteArray plain =
            "/stats?machineId=M&start=2026-01-15T10:00:00+01:00&end=2026-01-15t12:00:00.5-02:00";
        const QJsonObject answer = api().request({"GET", plain}).object();
        QCOMPARE(answer[u"start"_s].toString(), u"2026-01-15T09:00:00Z"_s);
        QCOMPARE(answer[u"end"_s].toString(), u"2026-01-15T14:00:00.5Z"_s);
        const QByteArray escaped = QByteArray(plain).replace("+", "%2B").replace(":", "%3a");
        QCOMPARE(api().request({"GET", escaped}).object(), answer);
    }

    void aBlankForAPlusIsNoTime()
    {
        const QByteArray target =
            "/stats?machineId=M&start=2026-01-15T10:00:00%2001:00&end=2026-01-15T12:00:00Z";
        QCOMPARE(api().request({"GET", target}).status(), 400);
    }
};

LINEWATCH_TEST(TimesTest)
#include "tst_times.moc"

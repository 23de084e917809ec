// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/batchdecoder.h"
#include "ingest/decoding.h"
#include "model/samples.h"
#include "storage/changeset.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;

/** What becomes of the elements of a batch. That it is JSON is tested in tst_batchjson.cpp. */
class BatchDecoderTest : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryMember()
    {
        const IncomingEvent read = firstEvent(
            '['
            + eventJson(R"(,"lineId":"LINE-A","factoryId":"F-1","receivedTime":"2026-01-15T09:30:00+00:00")")
            + ']');
        EventPayload expected = payloadOf("M-1", at("2026-01-15T09:00:00Z"), 1, "LINE-A");
        expected.factoryId = FactoryId(std::string("F-1"));
        QVERIFY(read.eventId.utf8() == "E-1");
        QVERIFY(read.payload == expected);
        QCOMPARE(text(read.claimedReceipt.value()), QStringLiteral("2026-01-15T09:30:00Z"));
    }

    void oneBadElementHarmsNoOther()
    {
        const QByteArray body = '[' + eventJson({}, "A") + ",5,null,\"x\",[],true,"
            + eventJson(R"(,"durationMs":-1)", "B") + ",{}," + eventJson({}, "C") + ']';
        QCOMPARE(
            verdictsOf(body),
            (QByteArrayList{"A", "MALFORMED_EVENT", "MALFORMED_EVENT", "MALFORMED_EVENT", "MALFORMED_EVENT",
                            "MALFORMED_EVENT", "INVALID_DURATION", "MISSING_EVENT_ID", "C"}));
    }

    void aBatchMayBeFullButNoMore()
    {
        const auto bodyOf = [](int events) {
            return '[' + QByteArray("{},").repeated(events).chopped(1) + ']';
        };
        QCOMPARE(std::get<BatchEvents>(decode(bodyOf(3), 3)).size(), std::size_t{3});
        const Decoded decoded = decode(bodyOf(4), 3);
        QCOMPARE(std::get<BatchRefusal>(decoded).kind, BatchRefusal::Kind::TooManyEvents);
        QVERIFY(std::get<BatchRefusal>(decoded).message.contains(QStringLiteral("3")));
    }

    void unknownMembersMayHoldAnything()
    {
        for (const char *value :
             {"null", "true", "0", "-0.0", "1e5", "1e400", "-12345678901234567890123", "\"\"",
              "\"\\u0000\\ud83d\\ude00\"", "[]", "{}", "[1,[2,{\"a\":[]}]]", "{\"eventId\":\"other\"}",
              "{\"eventId\":5,\"durationMs\":\"x\"}", "[{\"machineId\":null}]"})
            QCOMPARE(verdictsOf('[' + eventJson(QByteArray(",\"more\":") + value) + ']'),
                     QByteArrayList{"E-1"});
        QCOMPARE(verdictsOf('[' + eventJson(",\"\":1,\"EventId\":\"x\",\"eventId \":\"x\"") + ']'),
                 QByteArrayList{"E-1"});
    }

    void ofARepeatedMemberTheLastCounts()
    {
        QCOMPARE(verdictsOf('[' + eventJson(R"(,"eventId":"E-2")") + ']'), QByteArrayList{"E-2"});
        QCOMPARE(verdictsOf('[' + eventJson(R"(,"durationMs":"bad")") + ']'),
                 QByteArrayList{"INVALID_DURATION"});
        QCOMPARE(verdictsOf('[' + eventJson(R"(,"durationMs":"bad","durationMs":5)") + ']'),
                 QByteArrayList{"E-1"});
        const IncomingEvent read = firstEvent(
            '[' + eventJson(R"(,"lineId":"LINE-A","lineId":null,"lineId":"B","lineId":null)") + ']');
        QVERIFY(read.payload.lineId.isEmpty());
    }

    void aMemberOfTheWrongTypeHasItsReason_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("reason");
        const std::pair<const char *, const char *> texts[] = {
            {"eventId", "INVALID_EVENT_ID"},     {"machineId", "INVALID_MACHINE_ID"},
            {"eventTime", "INVALID_EVENT_TIME"}, {"lineId", "INVALID_LINE_ID"},
            {"factoryId", "INVALID_FACTORY_ID"}, {"receivedTime", "INVALID_RECEIVED_TIME"},
        };
        for (const auto &[name, reason] : texts) {
            for (const char *value : {"5", "true", "[]", "{}", "{\"a\":\"b\"}", "[\"E-1\"]"})
                QTest::addRow("%s: %s", name, value)
                    << ",\"" + QByteArray(name) + "\":" + value << QByteArray(reason);
        }
        for (const auto &[name, reason] :
             {std::pair{"durationMs", "INVALID_DURATION"}, {"defectCount", "INVALID_DEFECT_COUNT"}}) {
            for (const char *value :
                 {"\"5\"", "false", "null", "[]", "[5]", "{}", "0.5", "1e400", "99999999999999999999"})
                QTest::addRow("%s: %s", name, value)
                    << ",\"" + QByteArray(name) + "\":" + value << QByteArray(reason);
        }
    }
    void aMemberOfTheWrongTypeHasItsReason()
    {
        QFETCH(const QByteArray, member);
        QFETCH(const QByteArray, reason);
        QCOMPARE(verdictsOf('[' + eventJson(member) + ',' + eventJson({}, "E-2") + ']'),
                 (QByteArrayList{reason, "E-2"}));
    }

    void aLoneSurrogateIsNeverAnIdAndNeverSentBackBroken()
    {
        const RefusedEvent read = firstRefused('[' + eventJson({}, R"(E\udc00)") + ']');
        QCOMPARE(read.reason, RejectReason::InvalidEventId);
        QVERIFY(QByteArray::fromStdString(read.eventId.value()).isValidUtf8());
    }

    void whatIsKeptOfARejectedEventIsItsExactText()
    {
        const QByteArrayList elements{"{ \"eventId\" : \"A,]}\" , \"x\":[1, 2] }",
                                      "5",
                                      "-1.5e3",
                                      "\"a , b\"",
                                      "null",
                                      "[ 1 , {} ]",
                                      "{}"};
        const BatchEvents events = eventsOf("[\n " + elements.join(" \t,\r\n ") + " ]\n");
        QCOMPARE(static_cast<qsizetype>(events.size()), elements.size());
        for (std::size_t i = 0; i < events.size(); ++i)
            QCOMPARE(QByteArray::fromStdString(std::get<RefusedEvent>(events[i]).raw),
                     elements[static_cast<qsizetype>(i)]);
        const BatchEvents tight = eventsOf('[' + elements.join(',') + ']');
        for (std::size_t i = 0; i < tight.size(); ++i)
            QCOMPARE(QByteArray::fromStdString(std::get<RefusedEvent>(tight[i]).raw),
                     elements[static_cast<qsizetype>(i)]);
    }

    void keptTextShowsHugeNumbersAsTheyCame()
    {
        const QByteArray bad = eventJson(",\"durationMs\":1e400");
        QCOMPARE(QByteArray::fromStdString(firstRefused('[' + bad + ']').raw), bad);
    }

    void keptTextIsCutBetweenCharacters()
    {
        for (qsizetype before = 0; before < 5; ++before) {
            const QByteArray element = '"' + QByteArray(before, 'x') + QByteArray("😀").repeated(2000) + '"';
            const std::string raw = firstRefused('[' + element + ']').raw;
            QVERIFY(raw.size() <= MaxRawBytes && raw.size() > MaxRawBytes - 4);
            QVERIFY(element.startsWith(QByteArray::fromStdString(raw)));
            QVERIFY(QByteArray::fromStdString(raw).isValidUtf8());
        }
        const QByteArray whole = '"' + QByteArray(static_cast<qsizetype>(MaxRawBytes) - 2, 'x') + '"';
        QCOMPARE(QByteArray::fromStdString(firstRefused('[' + whole + ']').raw), whole);
    }

    void aRejectedEventKeepsTheIdsThatItHad()
    {
        const RefusedEvent both = firstRefused(R"([{"eventId":"E","machineId":"M"}])");
        QVERIFY(both.eventId == "E");
        QVERIFY(both.machineId == "M");
        const RefusedEvent none = firstRefused(R"([{"eventId":5,"machineId":null}])");
        QVERIFY(!none.eventId);
        QVERIFY(none.machineId.empty());
        QVERIFY(!eventIdOf(eventsOf("[5]").at(0)));
        QVERIFY(*eventIdOf(eventsOf('[' + eventJson() + ']').at(0)) == "E-1");
        const QByteArray longId(100'000, 'm');
        QCOMPARE(firstRefused(R"([{"machineId":")" + longId + R"("}])").machineId.size(), MaxRawBytes);
        QVERIFY(firstRefused(R"([{"eventId":""}])").eventId == "");
    }

    void nothingOfOneElementReachesTheNext()
    {
        QCOMPARE(verdictsOf('[' + eventJson() + R"(,{"machineId":"M"},)" + eventJson({}, "E-3") + ",5,{}]"),
                 (QByteArrayList{"E-1", "MISSING_EVENT_ID", "E-3", "MALFORMED_EVENT", "MISSING_EVENT_ID"}));
    }
};

LINEWATCH_TEST(BatchDecoderTest)
#include "tst_batchdecoder.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/batchdecoder.h"

#include "model/dice.h"
#include "model/samples.h"
#include "storage/changeset.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace linewatch;
using namespace linewatch::test;

namespace {

const Instant now = at("2026-01-15T10:00:00Z");
constexpr std::size_t manyEvents = 1000;

using Decoded = std::variant<BatchEvents, BatchRefusal>;

Decoded decode(const QByteArray &body, std::size_t maxEvents = manyEvents)
{
    return decodeBatch(body, now, maxEvents);
}

/** A good event; @p more follows its members. */
QByteArray eventJson(const QByteArray &more = {}, const QByteArray &id = "E-1")
{
    QByteArray json =
        R"({"eventId":"$","machineId":"M-1","eventTime":"2026-01-15T09:00:00Z",)"
        R"("durationMs":4000,"defectCount":1})";
    return json.replace("$", id).chopped(1) + more + '}';
}

BatchEvents eventsOf(const QByteArray &body)
{
    return std::get<BatchEvents>(decode(body));
}

/** The outcomes of decoding alone, as text: the id of a valid event, the reason of another. */
QByteArrayList verdictsOf(const BatchEvents &events)
{
    QByteArrayList verdicts;
    for (const auto &element : events) {
        if (const auto *valid = std::get_if<IncomingEvent>(&element))
            verdicts << QByteArray::fromStdString(valid->eventId.utf8());
        else
            verdicts << QByteArray::fromStdString(
                std::string(wireName(std::get<RefusedEvent>(element).reason)));
    }
    return verdicts;
}

QByteArrayList verdictsOf(const QByteArray &body)
{
    return verdictsOf(eventsOf(body));
}

IncomingEvent firstEvent(const QByteArray &body)
{
    return std::get<IncomingEvent>(eventsOf(body).at(0));
}

RefusedEvent firstRefused(const QByteArray &body)
{
    return std::get<RefusedEvent>(eventsOf(body).at(0));
}

QByteArray nested(qsizetype levels)
{
    return QByteArray(levels, '[') + QByteArray(levels, ']');
}

/** Whether Qt's parser, which is lenient in places but knows the grammar, takes a body for an array. */
bool isArrayForQt(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    // Qt gives up on a number beyond a double, which is good JSON.
    return error.error == QJsonParseError::IllegalNumber || document.isArray();
}

QByteArray mutated(QByteArray body, Dice &dice)
{
    static const std::vector<QByteArray> fragments{"[",
                                                   "]",
                                                   "{",
                                                   "}",
                                                   ",",
                                                   ":",
                                                   "\"",
                                                   "\\",
                                                   "\\u00e9",
                                                   "\\ud800",
                                                   "null",
                                                   "1",
                                                   "-",
                                                   ".5",
                                                   "e9",
                                                   "\"eventId\"",
                                                   " ",
                                                   "\n",
                                                   "\xff",
                                                   "\xc3\xa9",
                                                   QByteArray(1, '\0'),
                                                   "1e400",
                                                   QByteArray(320, '9'),
                                                   "tru"};
    for (std::int64_t left = dice.between(1, 4); left > 0; --left) {
        const auto place = static_cast<qsizetype>(dice.below(static_cast<std::size_t>(body.size()) + 1));
        switch (dice.between(0, 3)) {
        case 0:
            body.insert(place, dice.pick(fragments));
            break;
        case 1:
            body.remove(place, static_cast<qsizetype>(dice.between(1, 5)));
            break;
        case 2:
            body.truncate(place);
            break;
        default:
            if (place < body.size())
                body[place] = static_cast<char>(dice.between(-128, 127));
        }
    }
    return body;
}

} // namespace

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

    void anEmptyArrayIsABatchOfNone()
    {
        QVERIFY(eventsOf("[]").empty());
        QVERIFY(eventsOf(" \r\n\t[ \n] ").empty());
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

    void whatIsNoStrictJsonArrayIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("offset"); // of the fault; -1: anywhere within the body
        const auto row = [](const char *name, const QByteArray &body, int offset = -1) {
            QTest::newRow(name) << body << offset;
        };
        row("empty", "");
        row("blanks", " \n\t");
        row("object", "{}");
        row("null", "null");
        row("number", "12");
        row("text", "\"[]\"");
        row("open", "[");
        row("open behind an element", "[1");
        row("open object", "[{\"a\":1");
        row("open text", "[\"abc");
        row("comma at the end", "[1,]", 3);
        row("comma at the start", "[,1]", 1);
        row("two commas", "[1,,2]", 3);
        row("no comma", "[1 2]", 3);
        row("comma in an object", "[{\"a\":1,}]", 8);
        row("no colon", "[{\"a\" 1}]", 6);
        row("no value", "[{\"a\":}]", 6);
        row("name without quotes", "[{a:1}]", 2);
        row("single quotes", "['a']", 1);
        row("comment", "[1/**/]", 2);
        row("a second value", "[] []", 3);
        row("a letter behind the end", "[1]x", 3);
        row("closed twice", "[1]]", 3);
        row("wrong bracket", "[1}", 2);
        row("leading zero", "[01]", 2);
        row("plus sign", "[+1]", 1);
        row("bare point", "[1.]", 3);
        row("leading point", "[.5]", 1);
        row("bare exponent", "[1e]", 3);
        row("minus alone", "[-]", 2);
        row("hexadecimal", "[0x1]", 2);
        row("NaN", "[NaN]", 1);
        row("Infinity", "[Infinity]", 1);
        row("negative Infinity", "[-Infinity]", 2);
        row("capitals", "[True]", 1);
        row("cut literal", "[tru]");
        row("unknown escape", "[\"\\x41\"]");
        row("short escape", "[\"\\u12\"]");
        row("half a surrogate pair first", "[\"\\ud800\"]");
        row("half a surrogate pair before a letter", "[\"\\ud800x\"]");
        row("control character in a text", "[\"a\nb\"]", 3);
        row("broken UTF-8", "[\"a\xff\"]");
        row("overlong UTF-8", "[\"\xc0\xaf\"]");
        row("surrogate in UTF-8", "[\"\xed\xa0\x80\"]");
        row("beyond Unicode", "[\"\xf4\x90\x80\x80\"]");
        row("cut UTF-8", "[\"\xe6\xa9\"]");
        row("broken UTF-8 in a name", "[{\"\xff\":1}]");
        row("byte order mark", "\xef\xbb\xbf[]", 0);
        row("UTF-16", QByteArray("[\0]\0", 4));
        row("NUL before", QByteArray("\0[]", 3), 0);
        row("NUL inside", QByteArray("[\0]", 3), 1);
        row("NUL in a text", QByteArray("[\"a\0b\"]", 7));
        row("NUL behind", QByteArray("[]\0", 3), 2);
        row("NUL and more behind", QByteArray("[]\0[]", 5), 2);
        row("a fault behind a huge number", "[1e400,01]", 8);
        row("a fault behind a long number", "[" + QByteArray(400, '9') + ",01]", 403);
        row("a long broken number", "[" + QByteArray(400, '9') + "e]");
    }
    void whatIsNoStrictJsonArrayIsRefused()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const int, offset);
        const Decoded decoded = decode(body);
        const auto *refusal = std::get_if<BatchRefusal>(&decoded);
        QVERIFY(refusal);
        QCOMPARE(refusal->kind, BatchRefusal::Kind::BadJson);
        QVERIFY(!refusal->message.isEmpty());
        QVERIFY(refusal->offset <= static_cast<std::size_t>(body.size()));
        if (offset >= 0)
            QCOMPARE(static_cast<int>(refusal->offset), offset);
    }

    void sixtyFourLevelsAreReadAndOneMoreIsNot()
    {
        // The batch is the first level, the event the second.
        QCOMPARE(verdictsOf('[' + eventJson(",\"more\":" + nested(62)) + ']'), QByteArrayList{"E-1"});
        QCOMPARE(verdictsOf(nested(64)), QByteArrayList{"MALFORMED_EVENT"});
        for (const QByteArray &body :
             {'[' + eventJson(",\"more\":" + nested(63)) + ']', nested(65), QByteArray(1'000'000, '[')}) {
            const Decoded decoded = decode(body);
            QCOMPARE(std::get<BatchRefusal>(decoded).kind, BatchRefusal::Kind::BadJson);
            QVERIFY(std::get<BatchRefusal>(decoded).message.contains(QStringLiteral("64")));
        }
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

    void everyWayToWriteANumberIsThatNumber()
    {
        const IncomingEvent read =
            firstEvent('[' + eventJson(R"(,"durationMs":5.0e3,"defectCount":700e-2,"more":1e400)") + ']');
        QVERIFY(read.payload.duration == std::chrono::seconds{5});
        QCOMPARE(read.payload.defectCount, 7);
        const QByteArray atLength = "5." + QByteArray(400, '0');
        QVERIFY(firstEvent('[' + eventJson(",\"defectCount\":" + atLength + ",\"more\":1e400") + ']')
                    .payload.defectCount
                == 5);
    }

    void escapesAreResolvedInNamesAndValues()
    {
        const QByteArray body = "[{\"\\u0065ventId\":\"\\u0041\\/\\\"\\\\\\u00e9\\ud83d\\ude00\"}]";
        QVERIFY(firstRefused(body).eventId == "A/\"\\é😀");
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
        QVERIFY(firstRefused(R"([{"eventId":""}])").eventId == "");
    }

    void nothingOfOneElementReachesTheNext()
    {
        QCOMPARE(verdictsOf('[' + eventJson() + R"(,{"machineId":"M"},)" + eventJson({}, "E-3") + ",5,{}]"),
                 (QByteArrayList{"E-1", "MISSING_EVENT_ID", "E-3", "MALFORMED_EVENT", "MISSING_EVENT_ID"}));
    }

    void blanksAndUnknownMembersNeverChangeWhatIsRead()
    {
        Dice dice(15);
        static const std::vector<QByteArray> blanks{"", " ", "\t", "\r\n", "  "};
        static const std::vector<QByteArray> values{"null", "1e400", "{\"eventId\":1}", "[[\"]\"]]",
                                                    "\"}\\\"\""};
        for (int i = 0; i < 2000; ++i) {
            QByteArray plain, adorned;
            for (std::int64_t n = dice.between(1, 4); n > 0; --n) {
                const QByteArray fault = dice.chance(30) ? ",\"durationMs\":-1" : "";
                const QByteArray id = "E-" + QByteArray::number(qint64{n});
                const QByteArray more = ',' + dice.pick(blanks) + "\"x\"" + dice.pick(blanks) + ':'
                    + dice.pick(blanks) + dice.pick(values) + dice.pick(blanks);
                plain += eventJson(fault, id) + ',';
                adorned += dice.pick(blanks) + eventJson(fault + more, id) + dice.pick(blanks) + ',';
            }
            const QByteArray body = dice.pick(blanks) + '[' + adorned.chopped(1) + ']' + dice.pick(blanks);
            QCOMPARE(verdictsOf(body), verdictsOf('[' + plain.chopped(1) + ']'));
        }
    }

    void damagedBodiesNeverCrashAndWhatIsAcceptedIsJson()
    {
        Dice dice(16);
        const std::vector<QByteArray> seeds{
            "[]", '[' + eventJson() + ']',
            '[' + eventJson(R"(,"lineId":"é","receivedTime":null)") + " , " + eventJson({}, "E-2") + ']',
            R"([1,-2.5e3,"a\u00e9\ud83d\ude00b",[{}],{"a":{"b":[true,false,null]}}])",
            "[" + eventJson(",\"more\":" + nested(60)) + ",1e400," + QByteArray(310, '7') + "]"};
        int accepted = 0;
        for (int i = 0; i < 30'000; ++i) {
            const QByteArray body = mutated(dice.pick(seeds), dice);
            const Decoded decoded = decode(body, 50);
            const auto *events = std::get_if<BatchEvents>(&decoded);
            if (!events)
                continue;
            ++accepted;
            QVERIFY2(isArrayForQt(body), body.constData());
            const QByteArrayList again = verdictsOf(' ' + body + '\n');
            QCOMPARE(again, verdictsOf(*events));
        }
        QVERIFY(accepted > 500); // else the damage is too great to test anything
    }
};

QTEST_GUILESS_MAIN(BatchDecoderTest)
#include "tst_batchdecoder.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/batchdecoder.h"
#include "ingest/decoding.h"
#include "model/dice.h"
#include "model/samples.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace linewatch;
using namespace linewatch::test;

namespace {

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

/** That a batch is strict JSON, however it is written, and nothing else is one. */
class BatchJsonTest : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyArrayIsABatchOfNone()
    {
        QVERIFY(eventsOf("[]").empty());
        QVERIFY(eventsOf(" \r\n\t[ \n] ").empty());
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

LINEWATCH_TEST(BatchJsonTest)
#include "tst_batchjson.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/servertest.h"
#include "support/testprogram.h"

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** POST /events/batch: which bytes are a batch at all. */
class JsonTest : public ServerTest
{
    Q_OBJECT

private slots:
    void whatIsNoJsonArrayIsRefusedWithTheOffset_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
        row("empty", "");
        row("blanks", " \r\n\t ");
        row("object", "{}");
        row("number", "1");
        row("text", "\"[]\"");
        row("null", "null");
        row("open array", "[");
        row("open array with element", "[$");
        row("closed twice", "[]]");
        row("two arrays", "[][]");
        row("bytes after the end", "[$] x");
        row("NUL after the end", QByteArray("[$]\0", 4));
        row("comma at the end", "[$,]");
        row("comma at the start", "[,$]");
        row("missing comma", "[$ $]");
        row("comma in an object", "[$,{\"a\":1,}]");
        row("missing colon", "[$,{\"a\" 1}]");
        row("missing value", "[$,{\"a\":}]");
        row("unquoted name", "[$,{a:1}]");
        row("single quotes", "[$,{'a':1}]");
        row("comment", "[$ /* fine */]");
        row("NaN", "[$,{\"a\":NaN}]");
        row("Infinity", "[$,{\"a\":-Infinity}]");
        row("leading zero", "[$,{\"a\":01}]");
        row("plus sign", "[$,{\"a\":+1}]");
        row("bare point", "[$,{\"a\":1.}]");
        row("leading point", "[$,{\"a\":.5}]");
        row("bare exponent", "[$,{\"a\":1e}]");
        row("hexadecimal", "[$,{\"a\":0x10}]");
        row("minus alone", "[$,{\"a\":-}]");
        row("capital literal", "[$,{\"a\":True}]");
        row("cut literal", "[$,{\"a\":tru}]");
        row("long literal", "[$,{\"a\":nullx}]");
        row("open text", "[$,{\"a\":\"b}]");
        row("newline in a text", "[$,{\"a\":\"b\nc\"}]");
        row("NUL in a text", QByteArray("[$,{\"a\":\"b\0c\"}]", 15));
        row("tab in a name", "[$,{\"a\tb\":1}]");
        row("unknown escape", "[$,{\"a\":\"\\x41\"}]");
        row("short escape", "[$,{\"a\":\"\\u00e\"}]");
        row("broken UTF-8 in an unknown member", "[$,{\"a\":\"\xff\"}]");
        row("broken UTF-8 in a name", "[$,{\"\xc3\":1}]");
        row("overlong UTF-8", "[$,{\"a\":\"\xc0\x80\"}]");
        row("surrogate in UTF-8", "[$,{\"a\":\"\xed\xa0\x80\"}]");
        row("beyond Unicode", "[$,{\"a\":\"\xf4\x90\x80\x80\"}]");
        row("broken UTF-8 outside of texts", "[$,\xff]");
        row("UTF-16", QByteArray("[\0]\0", 4));
        row("nested too deep", "[$,{\"a\":" + QByteArray(63, '[') + QByteArray(63, ']') + "}]");
        row("far too deep", QByteArray(100'000, '['));
        row("deep and closed", "[$," + QByteArray(1000, '[') + QByteArray(1000, ']') + ']');
    }
    void whatIsNoJsonArrayIsRefusedWithTheOffset()
    {
        QFETCH(QByteArray, body);
        const QByteArray element = QJsonDocument(event().json()).toJson(QJsonDocument::Compact);
        const bool holdsEvent = body.contains('$');
        body.replace("$", element);
        const BatchAnswer answer = api().postRaw(body);
        QCOMPARE(answer.status(), 400);
        QCOMPARE(answer.http.mediaType(), "application/problem+json");
        const QJsonValue offset = answer.object()[u"offset"_s];
        QVERIFY2(offset.isDouble(), answer.http.body.constData());
        QVERIFY(offset.toDouble() >= 0 && offset.toDouble() <= static_cast<double>(body.size()));
        // Nothing of it was stored, also not what stood before the fault.
        if (holdsEvent)
            QCOMPARE(api().request({"GET", "/events/" + own(u"E"_s).toUtf8()}).status(), 404);
    }

    void theOffsetLeadsToTheFault()
    {
        const QByteArray body = "[{\"eventId\":\"E\"}, {\"eventId\" oops}]";
        const qsizetype fault = body.indexOf("oops");
        const double offset = api().postRaw(body).object()[u"offset"_s].toDouble();
        QVERIFY2(offset >= static_cast<double>(fault) - 2 && offset <= static_cast<double>(fault) + 1,
                 qPrintable(QString::number(offset)));
    }

    void aLoneSurrogateIsNeverAccepted()
    {
        for (const char *escape : {R"(\ud800)", R"(\udc00)", R"(\ud800\ud800)", R"(\ud800x)"}) {
            const QByteArray body =
                QJsonDocument(QJsonArray{event().with(u"eventId"_s, u"$"_s)}).toJson().replace("$", escape);
            const BatchAnswer answer = api().postRaw(body);
            QVERIFY(answer.status() == 400
                    || answer.outcomes() == QStringList{u"REJECTED INVALID_EVENT_ID"_s});
        }
    }

    void sixtyFourLevelsAreRead()
    {
        const QByteArray element = QJsonDocument(event().json()).toJson(QJsonDocument::Compact);
        const QByteArray deep =
            element.chopped(1) + ",\"more\":" + QByteArray(62, '[') + QByteArray(62, ']') + '}';
        QCOMPARE(api().postRaw('[' + deep + ']', 1).outcomes(), QStringList{u"ACCEPTED"_s});
    }

    void bracketsInTextsAreNoNesting()
    {
        const WireEvent wordy = event().with(u"more"_s, QString(1000, u'['));
        QCOMPARE(api().postBatch({wordy}).outcomes(), QStringList{u"ACCEPTED"_s});
    }

    void blanksAroundEverythingAreRead()
    {
        const QByteArray element = QJsonDocument(event().json()).toJson(QJsonDocument::Indented);
        QCOMPARE(api().postRaw(" \r\n\t[ " + element + " \t] \n\n", 1).outcomes(),
                 QStringList{u"ACCEPTED"_s});
    }

    void unknownMembersAreIgnoredWhateverTheyHold()
    {
        const QByteArray element = QJsonDocument(event().json()).toJson(QJsonDocument::Compact);
        for (const char *value : {"1e999", "99999999999999999999999", "-0.0", "{\"eventId\":\"other\"}",
                                  "[1,[2,{}]]", "null", "\"\\u0000\"", "true", "\"\\ud83d\\ude00\""}) {
            const QByteArray with = element.chopped(1) + ",\"unknown\":" + value + '}';
            const BatchAnswer answer = api().postRaw('[' + with + ']', 1);
            QCOMPARE(answer.status(), 200);
            QVERIFY2(!answer.outcomes().first().startsWith(u"REJECTED"_s), value);
        }
    }

    void namesAreMatchedExactly()
    {
        const QJsonObject json =
            event().without(u"defectCount"_s).with(u"DefectCount"_s, 1).with(u"defectCount "_s, 1).json();
        QCOMPARE(api().postBatch({json}).outcomes(), QStringList{u"REJECTED MISSING_DEFECT_COUNT"_s});
    }

    void escapedNamesAreTheSameNames()
    {
        const QByteArray element = QJsonDocument(event().json()).toJson(QJsonDocument::Compact);
        const QByteArray escaped = QByteArray(element).replace("\"eventId\"", R"("\u0065vent\u0049d")");
        QVERIFY(escaped != element);
        QCOMPARE(api().postRaw('[' + escaped + ']', 1).outcomes(), QStringList{u"ACCEPTED"_s});
        QCOMPARE(stored()[u"eventId"_s].toString(), own(u"E"_s));
    }

    void escapesInValuesAreResolved()
    {
        const QByteArray element = QJsonDocument(event().with(u"machineId"_s, u"$"_s).json()).toJson();
        const QByteArray body = QByteArray(element).replace("$", R"(\u0041\u00e9\ud83d\ude00\/\\\")");
        QCOMPARE(api().postRaw('[' + body + ']', 1).outcomes(), QStringList{u"ACCEPTED"_s});
        QCOMPARE(stored()[u"machineId"_s].toString(), u"Aé😀/\\\""_s);
    }

    void ofARepeatedMemberTheLastCounts()
    {
        const QByteArray element = QJsonDocument(event().json()).toJson(QJsonDocument::Compact);
        const QByteArray twice = "{\"defectCount\":\"bad\",\"lineId\":\"first\"," + element.mid(1).chopped(1)
            + ",\"defectCount\":7,\"lineId\":null}";
        QCOMPARE(api().postRaw('[' + twice + ']', 1).outcomes(), QStringList{u"ACCEPTED"_s});
        QCOMPARE(stored()[u"defectCount"_s].toInt(), 7);
        QVERIFY(!stored().contains(u"lineId"_s));
        const QByteArray worse = element.chopped(1) + ",\"defectCount\":\"bad\"}";
        QCOMPARE(api().postRaw('[' + worse + ']', 1).outcomes(),
                 QStringList{u"REJECTED INVALID_DEFECT_COUNT"_s});
    }

    void aNumberTooLargeBreaksOnlyItsOwnEvent()
    {
        const QByteArray good = QJsonDocument(event().json()).toJson(QJsonDocument::Compact);
        const QByteArray bad = QJsonDocument(event(u"F"_s).without(u"durationMs"_s).json())
                                   .toJson(QJsonDocument::Compact)
                                   .chopped(1)
            + ",\"durationMs\":" + QByteArray(400, '9') + '}';
        QCOMPARE(api().postRaw('[' + bad + ',' + good + ']', 2).outcomes(),
                 (QStringList{u"REJECTED INVALID_DURATION"_s, u"ACCEPTED"_s}));
    }
};

LINEWATCH_TEST(JsonTest)
#include "tst_json.moc"

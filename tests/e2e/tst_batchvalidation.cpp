// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/servertest.h"
#include "support/testprogram.h"

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** POST /events/batch: every member against every rule of the contract's table. */
class BatchValidationTest : public ServerTest
{
    Q_OBJECT

private slots:
    void everyMemberKeepsItsRule_data();
    void everyMemberKeepsItsRule()
    {
        QFETCH(QString, member);
        QFETCH(QByteArray, value);
        QFETCH(QString, outcome);
        const WireEvent whole = event().line(u"LINE-A"_s).factory(u"F-1"_s);
        QByteArray text = QJsonDocument(whole.without(member).json()).toJson(QJsonDocument::Compact);
        if (!value.isNull())
            text = text.chopped(1) + ",\"" + member.toUtf8() + "\":" + value + '}';
        const BatchAnswer answer = api().postRaw('[' + text + ']', 1);
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.outcomes(), QStringList{outcome});
    }

    void whatIsNoObjectIsMalformed_data()
    {
        QTest::addColumn<QByteArray>("element");
        for (const char *element : {"null", "true", "1", "1.5", "\"text\"", "[]", "[{}]"})
            QTest::newRow(element) << QByteArray(element);
    }
    void whatIsNoObjectIsMalformed()
    {
        QFETCH(QByteArray, element);
        QCOMPARE(api().postRaw('[' + element + ']', 1).outcomes(),
                 QStringList{u"REJECTED MALFORMED_EVENT"_s});
    }

    void theFirstBrokenRuleIsTheReason()
    {
        // Mends the event member by member in the order of the table.
        const QList<std::pair<QString, QJsonValue>> good{{u"eventId"_s, own(u"E"_s)},
                                                         {u"machineId"_s, u"M"_s},
                                                         {u"eventTime"_s, wireTime(TestDay)},
                                                         {u"durationMs"_s, 1},
                                                         {u"defectCount"_s, 1},
                                                         {u"lineId"_s, u"L"_s},
                                                         {u"factoryId"_s, u"F"_s},
                                                         {u"receivedTime"_s, wireTime(TestDay)}};
        const QStringList missing{u"MISSING_EVENT_ID"_s, u"MISSING_MACHINE_ID"_s, u"MISSING_EVENT_TIME"_s,
                                  u"MISSING_DURATION"_s, u"MISSING_DEFECT_COUNT"_s};
        const QStringList invalid{u"INVALID_EVENT_ID"_s,   u"INVALID_MACHINE_ID"_s,   u"INVALID_EVENT_TIME"_s,
                                  u"INVALID_DURATION"_s,   u"INVALID_DEFECT_COUNT"_s, u"INVALID_LINE_ID"_s,
                                  u"INVALID_FACTORY_ID"_s, u"INVALID_RECEIVED_TIME"_s};
        QJsonObject bad;
        for (const auto &[name, value] : good)
            bad.insert(name, true);
        QJsonObject sparse;
        QJsonArray events;
        QStringList expected;
        for (qsizetype i = 0; i < good.size(); ++i) {
            events.append(bad);
            expected.append(u"REJECTED "_s + invalid[i]);
            bad.insert(good[i].first, good[i].second);
            if (i < missing.size()) {
                events.append(sparse);
                expected.append(u"REJECTED "_s + missing[i]);
                sparse.insert(good[i].first, good[i].second);
            }
        }
        QCOMPARE(api().postBatch(events).outcomes(), expected);
        QCOMPARE(api().postBatch({bad, sparse}).outcomes().first(), u"ACCEPTED"_s);
    }

    void theFutureBeginsAfterFifteenMinutes()
    {
        const BatchAnswer answer = api().postBatch(
            {event(u"A"_s).at(nowMicros() + 14 * OneMinute), event(u"B"_s).at(nowMicros() + 16 * OneMinute),
             event(u"C"_s).with(u"eventTime"_s, u"9999-12-31T23:59:59Z"_s)});
        QCOMPARE(answer.outcomes(),
                 (QStringList{u"ACCEPTED"_s, u"REJECTED EVENT_IN_FUTURE"_s, u"REJECTED EVENT_IN_FUTURE"_s}));
    }

    void aFutureReceiptIsNoReason()
    {
        QCOMPARE(api().postBatch({event().received(nowMicros() + OneDay)}).outcomes(),
                 QStringList{u"ACCEPTED"_s});
    }

private:
    static void idRows(const QString &member, int longest, const QString &missing, const QString &invalid)
    {
        const auto row = [&](const char *what, const QByteArray &value, const QString &outcome) {
            QTest::addRow("%s %s", qPrintable(member), what) << member << value << outcome;
        };
        const QString rejected = u"REJECTED "_s + invalid;
        const bool optional = missing.isEmpty();
        const auto quoted = [](const QString &text) { return QByteArray('"' + text.toUtf8() + '"'); };
        const QString own = QString::number(++s_ids); // an eventId must be new in each row
        row("left out", QByteArray(), optional ? u"ACCEPTED"_s : u"REJECTED "_s + missing);
        row("null", "null", optional ? u"ACCEPTED"_s : rejected);
        row("empty", "\"\"", rejected);
        row("number", "5", rejected);
        row("boolean", "true", rejected);
        row("array", "[]", rejected);
        row("object", "{}", rejected);
        row("one character", quoted(QString(QChar(static_cast<char16_t>(u'Ѐ' + s_ids)))), u"ACCEPTED"_s);
        row("longest", quoted(own + QString(longest - own.size(), u'x')), u"ACCEPTED"_s);
        row("too long", quoted(QString(longest + 1, u'x')), rejected);
        row("longest in two bytes each", quoted(own + QString(longest - own.size(), u'é')), u"ACCEPTED"_s);
        row("longest beyond the BMP", quoted(own + u"😀"_s.repeated(longest - own.size())), u"ACCEPTED"_s);
        row("longest in surrogate escapes",
            '"' + own.toUtf8() + QByteArray(R"(\ud83d\ude00)").repeated(longest - own.size() - 1) + '"',
            u"ACCEPTED"_s);
        row("too long beyond the BMP", quoted(u"😀"_s.repeated(longest + 1)), rejected);
        row("NUL", R"("a\u0000b")", rejected);
        row("newline", R"("a\nb")", rejected);
        row("unit separator", R"("\u001f")", rejected);
        row("DEL", R"("a\u007f")", rejected);
        row("raw DEL", "\"a\x7f\"", rejected);
        row("C1 first", R"("\u0080")", rejected);
        row("C1 last", quoted(QString(QChar(u'\u009f'))), rejected);
        row("no-break space", quoted(own + QChar(u'\u00a0')), u"ACCEPTED"_s);
        row("spaces and signs", quoted(own + u" a/b?c#d%20'+&=;"_s), u"ACCEPTED"_s);
        row("quotes and backslashes", '"' + own.toUtf8() + " \\\"x\\\" \\\\ \\/\"", u"ACCEPTED"_s);
    }

    static void numberRows(const QString &member, const QString &missing, const QString &invalid,
                           const QByteArrayList &good, const QByteArrayList &bad)
    {
        const QString rejected = u"REJECTED "_s + invalid;
        const auto row = [&](const QByteArray &value, const QString &outcome) {
            QTest::addRow("%s %s", qPrintable(member), value.isNull() ? "left out" : value.constData())
                << member << value << outcome;
        };
        row(QByteArray(), u"REJECTED "_s + missing);
        for (const QByteArray &value : good)
            row(value, u"ACCEPTED"_s);
        for (const QByteArray &value : bad
                 + QByteArrayList{"null", "true", "\"5\"", "\"\"", "[5]", "{}", "5.5", "0.1", "5e-1", "1e400",
                                  "-1e400", "1e99", "99999999999999999999", "-99999999999999999999",
                                  "9223372036854775808", "18446744073709551616", "18446744073709551621"}) {
            row(value, rejected);
        }
        // 2^64 + 5 must not come out as 5, nor must a long fraction be rounded to a whole number.
        row("5.0000000000000000000000000000001", rejected);
    }

    static void timeRows(const QString &member, const QString &missing, const QString &invalid)
    {
        const auto row = [&](const char *value, const QString &outcome) {
            QTest::addRow("%s %s", qPrintable(member), value ? value : "left out")
                << member << (value ? QByteArray(value) : QByteArray()) << outcome;
        };
        const bool optional = missing.isEmpty();
        row(nullptr, optional ? u"ACCEPTED"_s : u"REJECTED "_s + missing);
        row("null", optional ? u"ACCEPTED"_s : u"REJECTED "_s + invalid);
        for (const char *value :
             {"\"\"", "5", "1768435200", "true", "[]", "{}", R"("yesterday")", R"("2026-01-15")",
              R"("2026-01-15T10:00:00")", R"("2026-01-15 10:00:00Z")"}) {
            row(value, u"REJECTED "_s + invalid);
        }
        row(R"("2026-01-15T10:00:00Z")", u"ACCEPTED"_s);
    }

    inline static int s_ids = 0;
};

void BatchValidationTest::everyMemberKeepsItsRule_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("outcome");
    idRows(u"eventId"_s, 128, u"MISSING_EVENT_ID"_s, u"INVALID_EVENT_ID"_s);
    idRows(u"machineId"_s, 64, u"MISSING_MACHINE_ID"_s, u"INVALID_MACHINE_ID"_s);
    timeRows(u"eventTime"_s, u"MISSING_EVENT_TIME"_s, u"INVALID_EVENT_TIME"_s);
    numberRows(u"durationMs"_s, u"MISSING_DURATION"_s, u"INVALID_DURATION"_s,
               {"0", "-0", "0.0", "1", "21600000", "21600000.0", "5.0", "5e0", "50e-1", "0.5e1", "2.16e7"},
               {"-1", "21600001", "21600000.5", "2.16000001e7"});
    numberRows(u"defectCount"_s, u"MISSING_DEFECT_COUNT"_s, u"INVALID_DEFECT_COUNT"_s,
               {"-1", "-1.0", "0", "1", "2147483647", "5.0", "5E+0", "50e-1"},
               {"-2", "2147483648", "-1.5", "4294967301"});
    idRows(u"lineId"_s, 64, {}, u"INVALID_LINE_ID"_s);
    idRows(u"factoryId"_s, 64, {}, u"INVALID_FACTORY_ID"_s);
    timeRows(u"receivedTime"_s, {}, u"INVALID_RECEIVED_TIME"_s);
}

LINEWATCH_TEST(BatchValidationTest)
#include "tst_batchvalidation.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rfc3339.h"
#include "simulation/brokenelement.h"
#include "simulation/eventjson.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace linewatch;
using namespace linewatch::simulation;

namespace {

IncomingEvent sample()
{
    IncomingEvent event;
    event.eventId = EventId(std::string("E-1"));
    event.payload.machineId = MachineId(std::string("M \"1\" \\ \u00e4"));
    event.payload.eventTime = *parseRfc3339("2026-01-15T10:12:03.000123Z");
    event.payload.duration = std::chrono::milliseconds{4312};
    event.payload.defectCount = UnknownDefects;
    return event;
}

QJsonValue parse(const std::string &json)
{
    QJsonParseError error;
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromStdString('[' + json + ']'), &error);
    return error.error == QJsonParseError::NoError ? document.array().first()
                                                   : QJsonValue(QJsonValue::Undefined);
}

} // namespace

class TestEventJson : public QObject
{
    Q_OBJECT

private slots:
    void membersComeBackAsTheyWere()
    {
        std::string json;
        appendEvent(json, sample());
        const QJsonObject object = parse(json).toObject();
        QCOMPARE(object.keys().size(), 5);
        QCOMPARE(object.value(u"eventId").toString(), QStringLiteral("E-1"));
        QCOMPARE(object.value(u"machineId").toString(), QStringLiteral("M \"1\" \\ \u00e4"));
        QCOMPARE(object.value(u"eventTime").toString(), QStringLiteral("2026-01-15T10:12:03.000123Z"));
        QCOMPARE(object.value(u"durationMs").toInt(), 4312);
        QCOMPARE(object.value(u"defectCount").toInt(), -1);
    }

    void whatIsStatedIsWritten()
    {
        IncomingEvent event = sample();
        event.payload.lineId = LineId(std::string("LINE-A"));
        event.payload.factoryId = FactoryId(std::string("P1"));
        event.claimedReceipt = event.payload.eventTime;
        std::string json;
        appendEvent(json, event);
        const QJsonObject object = parse(json).toObject();
        QCOMPARE(object.value(u"lineId").toString(), QStringLiteral("LINE-A"));
        QCOMPARE(object.value(u"factoryId").toString(), QStringLiteral("P1"));
        QCOMPARE(object.value(u"receivedTime").toString(), QStringLiteral("2026-01-15T10:12:03.000123Z"));
    }

    void everyStyleIsTheSameInstant()
    {
        QStringList spellings;
        for (const TimeStyle style :
             {TimeStyle::Zulu, TimeStyle::Offset, TimeStyle::Nanoseconds, TimeStyle::LowerCase}) {
            std::string json;
            appendEvent(json, sample(), style);
            const QString text = parse(json).toObject().value(u"eventTime").toString();
            QCOMPARE(parseRfc3339(text.toStdString()), std::optional(sample().payload.eventTime));
            QVERIFY2(!spellings.contains(text), qPrintable(text));
            spellings.append(text);
        }
    }

    void controlCharactersAreEscaped()
    {
        std::string json;
        appendJsonString(json, std::string_view("a\0\n\x1f", 4));
        QCOMPARE(json, std::string(R"("a\u0000\u000a\u001f")"));
    }

    void batchIsAnArrayOfItsElements()
    {
        Batch batch;
        QCOMPARE(toJson(batch), QByteArray("[]"));
        batch.elements.push_back({sample(), NoiseKind::Clean, TimeStyle::Zulu});
        batch.elements.push_back(
            {BrokenElement{"null", RejectReason::MalformedEvent, {}}, NoiseKind::Invalid, {}});
        const QJsonArray array = QJsonDocument::fromJson(toJson(batch)).array();
        QCOMPARE(array.size(), 2);
        QVERIFY(array.at(0).isObject());
        QVERIFY(array.at(1).isNull());
    }

    void brokenElementsAreWellFormedAndRepeatTheirId()
    {
        for (std::size_t way = 0; way < 2 * waysToBreak(); ++way) {
            const BrokenElement broken = breakElement(sample(), way);
            const QJsonValue value = parse(broken.json);
            QVERIFY2(!value.isUndefined(), broken.json.c_str());
            QCOMPARE(value.isObject(), broken.reason != RejectReason::MalformedEvent);
            const QJsonValue id = value.toObject().value(u"eventId");
            QCOMPARE(id.isString(), broken.eventId.has_value());
            QCOMPARE(id.toString(), QString::fromStdString(broken.eventId.value_or("")));
        }
    }
};

LINEWATCH_TEST(TestEventJson)
#include "tst_eventjson.moc"

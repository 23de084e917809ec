// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/batchdecoder.h"
#include "ingest/fieldscanner.h"
#include "ingest/postinspection.h"
#include "model/validate.h"
#include "support/testprogram.h"

#include <QTest>

#include <random>

using namespace linewatch;
using namespace std::chrono_literals;

namespace {

const Instant arrival = std::chrono::sys_days{std::chrono::year{2026} / 1 / 15} + 10h;

SeenPost postOf(const std::string &body)
{
    SeenPost post;
    post.arrival = arrival;
    post.body = body;
    post.bodySize = body.size();
    post.status = 200;
    return post;
}

PostReport reportOf(const std::string &body)
{
    return inspectPost(postOf(body));
}

const FieldReport *fieldOf(const ElementReport &element, const std::string &name)
{
    const auto found = std::ranges::find(element.fields, name, &FieldReport::name);
    return found == element.fields.end() ? nullptr : &*found;
}

constexpr const char *goodMembers[] = {R"("eventId":"E-1")", R"("machineId":"M-1")",
                                       R"("eventTime":"2026-01-15T09:59:00Z")", R"("durationMs":4000)",
                                       R"("defectCount":0)"};

/** A good event with @p member in the place of the one of the same name, or added. */
std::string eventWith(const std::string &member)
{
    const std::string name = member.substr(0, member.find(':'));
    std::string text = "{";
    for (const std::string good : goodMembers) {
        if (good.substr(0, good.find(':')) != name)
            text += good + ",";
    }
    return text + member + "}";
}

std::string eventWithout(const std::string &name)
{
    std::string text;
    for (const std::string good : goodMembers) {
        if (good.substr(1, good.find(':') - 2) != name)
            text += (text.empty() ? "{" : ",") + good;
    }
    return text + "}";
}

} // namespace

class TestPostInspection : public QObject
{
    Q_OBJECT

private slots:
    void whatIsRightIsSaidToBe()
    {
        const PostReport report = reportOf("[" + eventWith(R"("lineId": "Line 1")") + "]");
        QVERIFY(report.isWhole);
        QCOMPARE(report.elements.size(), std::size_t{1});
        QCOMPARE(report.elements[0].reason, RejectReason::None);
        QCOMPARE(report.elements[0].fields.size(), std::size_t{6});
        for (const FieldReport &field : report.elements[0].fields)
            QCOMPARE(field.verdict, FieldVerdict::Right);
        QCOMPARE(fieldOf(report.elements[0], "lineId")->value, std::string("\"Line 1\""));
        QCOMPARE(fieldOf(report.elements[0], "durationMs")->value, std::string("4000"));
    }

    void whatIsMissingIsNamed_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"eventId", "machineId", "eventTime", "durationMs", "defectCount"})
            QTest::addRow("%s", name) << QString::fromLatin1(name);
    }

    void whatIsMissingIsNamed()
    {
        QFETCH(QString, name);
        const ElementReport element = reportOf("[" + eventWithout(name.toStdString()) + "]").elements.at(0);
        const FieldReport *field = fieldOf(element, name.toStdString());
        QVERIFY(field);
        QCOMPARE(field->verdict, FieldVerdict::Missing);
        QCOMPARE(field->reason, element.reason);
    }

    void aFlawIsToldClosely_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<int>("flaw");
        const auto row = [](const QString &member, FieldFlaw flaw) {
            QTest::addRow("%s", qPrintable(member.left(40))) << member << static_cast<int>(flaw);
        };
        row(QStringLiteral("\"eventId\":7"), FieldFlaw::NoText);
        row(QStringLiteral("\"eventId\":null"), FieldFlaw::Null);
        row(QStringLiteral("\"eventId\":\"\""), FieldFlaw::Empty);
        row(QStringLiteral("\"eventId\":\"%1\"").arg(QString(129, u'x')), FieldFlaw::TooLong);
        row(QStringLiteral("\"machineId\":\"a\\tb\""), FieldFlaw::ControlCharacter);
        row(QStringLiteral("\"machineId\":[\"M\"]"), FieldFlaw::NoText);
        row(QStringLiteral("\"eventTime\":1768471200"), FieldFlaw::NoText);
        row(QStringLiteral("\"eventTime\":\"15.01.2026 10:00\""), FieldFlaw::NoTime);
        row(QStringLiteral("\"eventTime\":\"2026-01-15T10:15:01Z\""), FieldFlaw::InFuture);
        row(QStringLiteral("\"durationMs\":\"4000\""), FieldFlaw::NoWholeNumber);
        row(QStringLiteral("\"durationMs\":4.5"), FieldFlaw::NoWholeNumber);
        row(QStringLiteral("\"durationMs\":-1"), FieldFlaw::TooSmall);
        row(QStringLiteral("\"durationMs\":21600001"), FieldFlaw::TooLarge);
        row(QStringLiteral("\"durationMs\":1e400"), FieldFlaw::NoWholeNumber);
        row(QStringLiteral("\"defectCount\":-2"), FieldFlaw::TooSmall);
        row(QStringLiteral("\"lineId\":\"\""), FieldFlaw::Empty);
        row(QStringLiteral("\"factoryId\":true"), FieldFlaw::NoText);
        row(QStringLiteral("\"receivedTime\":\"yesterday\""), FieldFlaw::NoTime);
    }

    void aFlawIsToldClosely()
    {
        QFETCH(QString, member);
        QFETCH(int, flaw);
        const ElementReport element = reportOf("[" + eventWith(member.toStdString()) + "]").elements.at(0);
        const auto wrong = std::ranges::find(element.fields, FieldVerdict::Wrong, &FieldReport::verdict);
        QVERIFY(wrong != element.fields.end());
        QCOMPARE(static_cast<int>(wrong->flaw), flaw);
        QVERIFY(member.startsWith(QStringLiteral("\"%1\"").arg(QString::fromStdString(wrong->name))));
        QCOMPARE(std::ranges::count(element.fields, FieldVerdict::Right, &FieldReport::verdict),
                 static_cast<std::ptrdiff_t>(element.fields.size() - 1));
    }

    void tooOldIsToldByTheRetentionOfTheMoment()
    {
        SeenPost post = postOf("[" + eventWith(R"("eventTime":"2026-01-01T00:00:00Z")") + "]");
        post.oldest = arrival - 24h;
        QCOMPARE(fieldOf(inspectPost(post).elements.at(0), "eventTime")->flaw, FieldFlaw::TooOld);
    }

    void unknownAndRepeatedMembersAreIgnored()
    {
        const ElementReport element =
            reportOf(R"([{"machine_id":"M","note":{"a":[1,2]},"eventId":1,"eventId":"E"}])").elements.at(0);
        QCOMPARE(element.fields[0].verdict, FieldVerdict::Ignored);
        QCOMPARE(element.fields[0].meant, std::string("machineId"));
        QCOMPARE(element.fields[1].verdict, FieldVerdict::Ignored);
        QCOMPARE(element.fields[1].meant, std::string());
        QCOMPARE(element.fields[1].value, std::string(R"({"a":[1,2]})"));
        QCOMPARE(element.fields[2].flaw, FieldFlaw::Repeated);
        QCOMPARE(element.fields[3].verdict, FieldVerdict::Right);
    }

    void aBodyThatBreaksOffIsReadAsFarAsItGoes()
    {
        const std::string whole = "[" + eventWith(R"("lineId":"L")") + "," + eventWith(R"("lineId":2)") + "]";
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const PostReport report = reportOf(whole.substr(0, length));
            QVERIFY(!report.isWhole);
            QVERIFY(report.elements.size() <= 2);
        }
        QCOMPARE(reportOf(whole.substr(0, whole.size() - 1)).elements.size(), std::size_t{2});
        QCOMPARE(reportOf("curl: hello").elements.size(), std::size_t{0});
        QCOMPARE(reportOf(R"([1,"x"])").elements.at(1).reason, RejectReason::MalformedEvent);
    }

    /** Whatever members there are: the verdict is the one by which events are taken in. */
    void itNeverDisagreesWithTheDecoder()
    {
        std::mt19937 random(20260115);
        const auto pick = [&random](const auto &from) { return from[random() % std::size(from)]; };
        const char *const names[] = {"eventId", "machineId", "eventTime",    "durationMs", "defectCount",
                                     "lineId",  "factoryId", "receivedTime", "event_id",   "x"};
        const char *const values[] = {R"("E-1")",
                                      R"("")",
                                      "0",
                                      "-1",
                                      "4000",
                                      "4e3",
                                      "5.0",
                                      "1e999",
                                      "99999999999",
                                      "null",
                                      "true",
                                      "[]",
                                      "{}",
                                      R"("\u0007")",
                                      R"("\ud800")",
                                      R"("2026-01-15T09:00:00Z")",
                                      R"("2026-01-15T11:00:00Z")",
                                      R"("2020-01-15T09:00:00+01:00")",
                                      R"("2026-01-15 09:00:00Z")"};
        for (int i = 0; i < 20'000; ++i) {
            std::string body = "[";
            const std::size_t elements = 1 + random() % 3;
            for (std::size_t element = 0; element < elements; ++element) {
                body += element == 0 ? "{" : " , {";
                const std::size_t members = random() % 9;
                for (std::size_t member = 0; member < members; ++member)
                    body += std::string(member == 0 ? "\"" : ",\n\"") + pick(names) + "\" : " + pick(values);
                body += "}";
            }
            body += "]";
            SeenPost post = postOf(body);
            post.oldest = arrival - 24h * 365;
            const PostReport report = inspectPost(post);
            const auto decoded = decodeBatch(QByteArray::fromStdString(body), post.arrival, 100, post.oldest);
            const auto *events = std::get_if<BatchEvents>(&decoded);
            if (!events) {
                QVERIFY2(!report.isWhole, body.c_str());
                continue;
            }
            QCOMPARE(report.elements.size(), events->size());
            for (std::size_t each = 0; each < events->size(); ++each) {
                const auto *refused = std::get_if<RefusedEvent>(&(*events)[each]);
                const ElementReport &element = report.elements[each];
                QVERIFY2(element.reason == (refused ? refused->reason : RejectReason::None), body.c_str());
                const bool isWrong = std::ranges::any_of(element.fields, [](const FieldReport &field) {
                    return field.verdict == FieldVerdict::Wrong || field.verdict == FieldVerdict::Missing;
                });
                QVERIFY2(isWrong == (refused != nullptr), body.c_str());
            }
        }
    }
};

LINEWATCH_TEST(TestPostInspection)
#include "tst_postinspection.moc"

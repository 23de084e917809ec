// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/models/posttext.h"
#include "ui/models/seenpostsmodel.h"

#include "monitor/postreports.h"
#include "ui/madeplant.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;

namespace {

SeenPost postOf(int status, const std::string &body = {})
{
    SeenPost post;
    post.arrival = madeNow();
    post.sender = "10.0.0.7";
    post.method = "POST";
    post.path = "/events/batch";
    post.contentType = "application/json";
    post.body = body;
    post.bodySize = body.size();
    post.status = status;
    return post;
}

const QUrl address(QStringLiteral("http://127.0.0.1:8080/events/batch"));

QString documentOf(const SeenPost &post)
{
    return postDocument(post, reportOn(post), address, madeFormats());
}

} // namespace

class TestSeenPostsModel : public QObject
{
    Q_OBJECT

private slots:
    void theNewestIsFirstAndThereAreNotTooMany()
    {
        SeenPostsModel model(madeFormats());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 0; i < 3 * SeenPostsModel::MostRows; ++i) {
            model.add(postOf(400 + i));
            QVERIFY(model.rowCount() <= SeenPostsModel::MostRows);
            QCOMPARE(model.post(0).status, 400 + i);
        }
        QCOMPARE(model.rowCount(), SeenPostsModel::MostRows);
        QCOMPARE(model.post(1).status, model.post(0).status - 1);
        QCOMPARE(model.index(0, SeenPostsModel::Sender).data().toString(), QStringLiteral("10.0.0.7"));
        QVERIFY(model.index(0, SeenPostsModel::Came)
                    .data()
                    .toString()
                    .contains(QString::number(model.post(0).status)));
    }

    void theResultNamesEveryOutcomeThatThereIs()
    {
        SeenPost post = postOf(200);
        QVERIFY(!postResult(post, madeFormats()).isEmpty());
        post.counts = {.accepted = 3, .deduped = 0, .updated = 0, .rejected = 2, .queued = 0};
        QCOMPARE(postResult(post, madeFormats()), QStringLiteral("3 accepted, 2 rejected"));
        QCOMPARE(postResult(postOf(503), madeFormats()), QStringLiteral("Refused: 503"));
    }

    void eachRefusalSaysWhatToChange()
    {
        SeenPost wrongPath = postOf(404);
        wrongPath.path = "/event/batch";
        QVERIFY(postAdvice(wrongPath, address).contains(QStringLiteral("/event/batch")));
        QVERIFY(postAdvice(wrongPath, address).contains(address.toString()));
        SeenPost wrongMethod = postOf(405);
        wrongMethod.method = "PUT";
        QVERIFY(postAdvice(wrongMethod, address).contains(QStringLiteral("PUT")));
        SeenPost noJson = postOf(400, "hello");
        noJson.problem = "Invalid value.";
        QVERIFY(postAdvice(noJson, address).contains(QStringLiteral("Invalid value.")));
        SeenPost wrongType = postOf(200);
        wrongType.contentType = "text/plain; charset=utf-8";
        QVERIFY(postAdvice(wrongType, address).contains(QStringLiteral("application/json")));
        QVERIFY(postAdvice(postOf(200), address).isEmpty());
        for (const int status : {413, 500, 503})
            QVERIFY(!postAdvice(postOf(status), address).isEmpty());
    }

    void everyFlawHasAdviceAndNothingRightHas()
    {
        for (int flaw = 1; flaw <= static_cast<int>(FieldFlaw::TooLarge); ++flaw) {
            const FieldReport field{"durationMs",
                                    "x",
                                    FieldVerdict::Wrong,
                                    RejectReason::InvalidDuration,
                                    static_cast<FieldFlaw>(flaw),
                                    {}};
            QVERIFY(!fieldAdvice(field).isEmpty());
        }
        QVERIFY(fieldAdvice({"durationMs", "1", FieldVerdict::Right, {}, {}, {}}).isEmpty());
        QVERIFY(fieldAdvice({"machine_id", "1", FieldVerdict::Ignored, {}, FieldFlaw::Unknown, "machineId"})
                    .contains(QStringLiteral("machineId")));
    }

    void theDocumentShowsEachMemberAndRunsNothingThatWasSent()
    {
        const QString document =
            documentOf(postOf(200, R"([{"eventId":"<script>alert(1)</script>","machineId":7},"<b>"])"));
        QVERIFY(document.contains(QStringLiteral("&lt;script&gt;")));
        QVERIFY(!document.contains(QStringLiteral("<script>")));
        for (const char *name : {"eventId", "machineId", "eventTime", "durationMs", "defectCount"})
            QVERIFY2(document.contains(QString::fromLatin1(name)), name);
        QVERIFY(document.contains(QStringLiteral("Missing")));
        QVERIFY(document.contains(QStringLiteral("Wrong")));
        QVERIFY(document.contains(QStringLiteral("Right")));
        QVERIFY(documentOf(postOf(400, "<i>no JSON")).contains(QStringLiteral("&lt;i&gt;no JSON")));
    }
};

LINEWATCH_WIDGET_TEST(TestSeenPostsModel)
#include "tst_seenpostsmodel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/servertest.h"
#include "support/programrun.h"
#include "support/testprogram.h"

#include <QRegularExpression>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** The server about itself: health, readiness, metrics, its document, methods and unknown paths. */
class ServiceTest : public ServerTest
{
    Q_OBJECT

private slots:
    void itIsHealthyAndReady()
    {
        QCOMPARE(api().get(u"/healthz"_s).json, QJsonDocument::fromJson(R"({"status":"ok"})"));
        QCOMPARE(api().get(u"/health"_s).json, QJsonDocument::fromJson(R"({"status":"ok"})"));
        QCOMPARE(api().get(u"/readyz"_s).json, QJsonDocument::fromJson(R"({"status":"ready"})"));
    }

    void itShowsTheDocumentItIsHeldAgainst()
    {
        const ApiAnswer answer = api().get(u"/openapi.json"_s);
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.http.body, ContractCheck::document());
    }

    void everyPathOfTheDocumentIsServed()
    {
        const QJsonObject paths = QJsonDocument::fromJson(ContractCheck::document())[u"paths"_s].toObject();
        QVERIFY(paths.size() >= 13);
        for (QString path : paths.keys()) {
            path.replace(u"{eventId}"_s, u"E"_s);
            const ApiAnswer answer =
                api().request({path.endsWith(u"batch"_s) ? "POST" : "GET", path.toUtf8()});
            const bool served = answer.status() != 404 || answer.detail().contains(u"event"_s);
            QVERIFY2(served && answer.status() < 500, qPrintable(path));
        }
    }

    void promtoolFindsNothingWrongWithTheMetrics()
    {
        api().postBatch({event(), event(), event().defects(1), event().defects(-2)});
        const HttpAnswer answer = api().get(u"/metrics"_s).http;
        QCOMPARE(answer.header("Content-Type").value_or(QByteArray()).left(25), "text/plain; version=0.0.4");
        QCOMPARE(promtoolFaults(answer.body), QString());
    }

    void theMetricsCountWhatHappens()
    {
        const QMap<QString, double> before = metrics();
        api().postBatch({event(), event(), event(), event().defects(1), event().defects(-2), 1, 2, 3, 4});
        const QMap<QString, double> after = metrics();
        QMap<QString, double> risen;
        for (auto value = after.begin(); value != after.end(); ++value) {
            if (value.value() > before.value(value.key()))
                risen.insert(value.key(), value.value() - before.value(value.key()));
        }
        const auto rise = [&risen](const char *name, const char *label) {
            for (const QString &key : risen.keys()) {
                if (key.contains(QLatin1String(name)) && key.contains(QLatin1String(label)))
                    return risen[key];
            }
            return 0.0;
        };
        QCOMPARE(rise("events", "accepted"), 1.0);
        QCOMPARE(rise("events", "deduped"), 2.0);
        QCOMPARE(rise("events", "updated"), 1.0);
        QCOMPARE(rise("events", "rejected"), 5.0);
        QCOMPARE(rise("rejections", "INVALID_DEFECT_COUNT"), 1.0);
        QCOMPARE(rise("rejections", "MALFORMED_EVENT"), 4.0);
        QCOMPARE(rise("batch", "_count"), 1.0);
        QVERIFY(rise("commit", "_count") >= 1.0);
        const QString names = after.keys().join(u' ');
        for (const QLatin1String needed : {"queue"_L1, "connections"_L1, "_bucket"_L1})
            QVERIFY2(names.contains(needed), needed.data());
    }

    void methodsThatAPathDoesNotHaveAre405_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArrayList>("allowed");
        for (const char *path :
             {"/stats", "/stats/top-defect-lines", "/events", "/events/E", "/machines", "/lines",
              "/rejections", "/healthz", "/health", "/readyz", "/metrics", "/openapi.json"}) {
            QTest::newRow(path) << QByteArray(path) << QByteArrayList{"GET", "HEAD"};
        }
        QTest::newRow("batch") << QByteArray("/events/batch") << QByteArrayList{"POST"};
    }
    void methodsThatAPathDoesNotHaveAre405()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArrayList, allowed);
        for (const QByteArray method : {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
            if (allowed.contains(method))
                continue;
            const ApiAnswer answer = api().request({method, path}, {}, "");
            QCOMPARE(answer.status(), 405);
            QByteArrayList listed =
                answer.http.header("Allow").value_or(QByteArray()).replace(' ', "").split(',');
            std::sort(listed.begin(), listed.end());
            QCOMPARE(listed, allowed);
        }
    }

    void headIsGetWithoutTheBody_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        for (const char *target :
             {"/healthz", "/health", "/readyz", "/metrics", "/openapi.json", "/events", "/machines", "/lines",
              "/rejections", "/stats/top-defect-lines",
              "/stats?machineId=M&start=2026-01-15T00:00:00Z&end=2026-01-16T00:00:00Z"}) {
            QTest::newRow(target) << QByteArray(target) << 200;
        }
        QTest::newRow("bad request") << QByteArray("/stats") << 400;
        QTest::newRow("unknown event") << QByteArray("/events/none") << 404;
        QTest::newRow("unknown path") << QByteArray("/none") << 404;
    }
    void headIsGetWithoutTheBody()
    {
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        const HttpAnswer get = api().request({"GET", target}).http;
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        // A body would be read as the start of the second answer.
        client.write(wireRequest({"HEAD", target}) + wireRequest({"GET", "/healthz"}));
        const std::optional<HttpAnswer> head = client.readAnswer({"HEAD", target});
        QVERIFY2(head, qPrintable(client.fault()));
        QCOMPARE(head->status, status);
        QCOMPARE(head->mediaType(), get.mediaType());
        if (target != "/metrics")
            QCOMPARE(head->header("Content-Length"), get.header("Content-Length"));
        QCOMPARE(client.readAnswer({"GET", "/healthz"})->status, 200);
    }

    void unknownPathsAre404()
    {
        for (const char *path : {"/", "/index.html", "/stat", "/stats/", "/Stats", "/healthz/x", "//healthz",
                                 "/events/batch/x", "/%00", "/..%2fhealthz"}) {
            const ApiAnswer answer = api().request({"GET", path});
            QVERIFY2(answer.status() == 404 || answer.status() == 400, path);
        }
        QCOMPARE(api().request({"POST", "/nowhere"}, {}, "[]").status(), 404);
    }

private:
    /** Each sample's name with its labels, and its value. */
    QMap<QString, double> metrics()
    {
        static const QRegularExpression sample(u"^([a-zA-Z_:][^ ]*(?:\\{[^}]*\\})?) ([^ ]+)$"_s);
        QMap<QString, double> values;
        for (const QString &line : QString::fromUtf8(api().get(u"/metrics"_s).http.body).split(u'\n')) {
            if (const QRegularExpressionMatch match = sample.match(line); match.hasMatch())
                values.insert(match.captured(1), match.captured(2).toDouble());
        }
        return values;
    }
};

LINEWATCH_TEST(ServiceTest)
#include "tst_service.moc"

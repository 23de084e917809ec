// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/metrics.h"

#include "model/samples.h"
#include "model/systemclock.h"
#include "support/testprogram.h"

#include <QRegularExpression>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

/** Counters to write, and what they come from. */
class Sources
{
public:
    QByteArray text()
    {
        return api::metricsText({.clock = m_clock,
                                 .queue = queue,
                                 .statistics = statistics,
                                 .readers = m_readers,
                                 .writerIsHealthy = [] { return true; },
                                 .backlog = [] { return Backlog{}; },
                                 .space = [this] { return space; },
                                 .httpStatistics = [this] { return http; },
                                 .rules = {}});
    }

    IngestQueue queue{1000};
    IngestStatistics statistics;
    http::StatisticsSnapshot http;
    std::optional<StoreSpace> space;

private:
    SystemClock m_clock;
    ReaderPool m_readers{[]() -> Result<std::unique_ptr<EventReader>> { return Failure{}; }, 1};
};

/** The value of a sample by its full name with labels; empty when it is not there or there twice. */
QByteArray valueOf(const QByteArray &text, const QByteArray &sample)
{
    QByteArrayList found;
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(sample + ' '))
            found << line.mid(sample.size() + 1);
    }
    return found.size() == 1 ? found.first() : QByteArray();
}

} // namespace

class MetricsTest : public QObject
{
    Q_OBJECT

private slots:
    void theSpaceIsSaidAsFarAsItIsKnown()
    {
        Sources sources;
        QVERIFY(!sources.text().contains("linewatch_store_bytes"));
        sources.space = StoreSpace{1'000, {}, {}};
        QCOMPARE(valueOf(sources.text(), "linewatch_store_bytes"), "1000");
        QVERIFY(!sources.text().contains("linewatch_disk_free_bytes"));
        sources.space = StoreSpace{1'000, -10, 100};
        QCOMPARE(valueOf(sources.text(), "linewatch_store_growth_bytes_per_day"), "-10");
        QCOMPARE(valueOf(sources.text(), "linewatch_disk_free_bytes"), "100");
    }

    void everyLineFollowsTheTextFormat()
    {
        Sources sources;
        sources.http.refusals = {{400, 1}, {431, 2}};
        sources.space = StoreSpace{1'000, 10, 100};
        static const QRegularExpression comment(QStringLiteral(R"(^# (HELP|TYPE) ([a-z_]+) \S.*$)"));
        static const QRegularExpression sample(
            QStringLiteral("^([a-z_]+)(\\{[a-z]+=\"[^\"]*\"\\})? (\\d+(\\.\\d+)?)$"));
        const QByteArray text = sources.text();
        QVERIFY(text.endsWith('\n'));
        QString family;
        for (const QByteArray &line : text.chopped(1).split('\n')) {
            const QString read = QString::fromUtf8(line);
            if (const auto match = comment.match(read); match.hasMatch()) {
                family = match.captured(2);
                continue;
            }
            const auto match = sample.match(read);
            QVERIFY2(match.hasMatch(), line.constData());
            QVERIFY2(match.captured(1).startsWith(family), line.constData());
        }
    }

    void everyFamilyHasItsHelpAndTypeOnce()
    {
        const QByteArray text = Sources().text();
        QStringList families;
        for (const QByteArray &line : text.split('\n')) {
            if (line.startsWith("# TYPE "))
                families << QString::fromUtf8(line.split(' ')[2]);
        }
        QVERIFY(families.size() > 5);
        QCOMPARE(QSet<QString>(families.begin(), families.end()).size(), families.size());
        for (const QString &family : families)
            QCOMPARE(text.count("# HELP " + family.toUtf8() + ' '), 1);
    }

    void outcomesAndReasonsAreCounted()
    {
        Sources sources;
        sources.statistics.countOutcome(Outcome::accepted());
        sources.statistics.countOutcome(Outcome::accepted());
        sources.statistics.countOutcome(Outcome::updated());
        sources.statistics.countOutcome(Outcome::deduped(DedupDetail::Stale));
        sources.statistics.countOutcome(Outcome::rejected(RejectReason::InvalidDuration));
        const QByteArray text = sources.text();
        QCOMPARE(valueOf(text, "linewatch_events_total{outcome=\"accepted\"}"), "2");
        QCOMPARE(valueOf(text, "linewatch_events_total{outcome=\"updated\"}"), "1");
        QCOMPARE(valueOf(text, "linewatch_events_total{outcome=\"deduped\"}"), "1");
        QCOMPARE(valueOf(text, "linewatch_events_total{outcome=\"rejected\"}"), "1");
        QCOMPARE(valueOf(text, "linewatch_rejections_total{reason=\"INVALID_DURATION\"}"), "1");
        for (std::size_t i = 1; i < RejectReasonCount; ++i) {
            const std::string name(wireName(static_cast<RejectReason>(i)));
            QVERIFY(!valueOf(text,
                             "linewatch_rejections_total{reason=\"" + QByteArray::fromStdString(name) + "\"}")
                         .isEmpty());
        }
    }

    void histogramsAreCumulative()
    {
        Sources sources;
        sources.statistics.countBatch(2ms);
        sources.statistics.countBatch(30ms);
        sources.statistics.countBatch(7s);
        const QByteArray text = sources.text();
        const QByteArray name = "linewatch_batch_duration_seconds";
        QCOMPARE(valueOf(text, name + "_bucket{le=\"0.001\"}"), "0");
        QCOMPARE(valueOf(text, name + "_bucket{le=\"0.0025\"}"), "1");
        QCOMPARE(valueOf(text, name + "_bucket{le=\"0.05\"}"), "2");
        QCOMPARE(valueOf(text, name + "_bucket{le=\"5\"}"), "2");
        QCOMPARE(valueOf(text, name + "_bucket{le=\"+Inf\"}"), "3");
        QCOMPARE(valueOf(text, name + "_count"), "3");
        QCOMPARE(valueOf(text, name + "_sum"), "7.032000");
        QCOMPARE(valueOf(text, "linewatch_commit_duration_seconds_count"), "0");
    }

    void theQueueAndItsTroublesShow()
    {
        Sources sources;
        PendingBatch batch;
        QVERIFY(sources.queue.push(batch));
        sources.statistics.countTurnedAway();
        sources.statistics.countFailedGroup();
        sources.statistics.countFailedGroup();
        const QByteArray text = sources.text();
        QCOMPARE(valueOf(text, "linewatch_queue_batches"), "1");
        QCOMPARE(valueOf(text, "linewatch_batches_turned_away_total"), "1");
        QCOMPARE(valueOf(text, "linewatch_failed_transactions_total"), "2");
    }

    void connectionsAndRefusalsShow()
    {
        Sources sources;
        sources.http = {.openConnections = 3,
                        .connections = 40,
                        .requests = 500,
                        .acceptErrors = 6,
                        .refusals = {{413, 7}}};
        const QByteArray text = sources.text();
        QCOMPARE(valueOf(text, "linewatch_http_connections"), "3");
        QCOMPARE(valueOf(text, "linewatch_http_connections_total"), "40");
        QCOMPARE(valueOf(text, "linewatch_http_requests_total"), "500");
        QCOMPARE(valueOf(text, "linewatch_http_accept_errors_total"), "6");
        QCOMPARE(valueOf(text, "linewatch_http_refusals_total{status=\"413\"}"), "7");
    }
};

LINEWATCH_TEST(MetricsTest)
#include "tst_metrics.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/postwatch.h"
#include "model/rfc3339.h"
#include "model/systemclock.h"
#include "monitor/exportjob.h"
#include "monitor/monitor.h"
#include "support/testprogram.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

using namespace linewatch;
using namespace std::chrono_literals;

class TestMonitor : public QObject
{
    Q_OBJECT

private slots:
    void aPostChangesTheLiveSnapshot();
    void theLiveBoardStartsFromTheStore();
    void snapshotsFollowTheChosenWindow();
    void aBusyPortIsRefusedAndTheStoreSetFree();
    void aStoreInUseIsRefused();
    void itKnowsTheVersionOfItsDatabase();
    void afterStopNothingListens();
    void aViewerShowsWhatTheOwnerOfTheStoreTakesIn();
    void aViewerMakesNoStore();
    void anExportOutlivesTheMonitor();
    void postsAreSeenWhileSomebodyWatches();
    void manyPostsLeaveTheNewest();

private:
    MonitorSettings settings(const QTemporaryDir &folder) const
    {
        MonitorSettings settings;
        settings.port = 0;
        settings.database.sqlitePath = folder.filePath(QStringLiteral("a.db"));
        settings.live = true;
        return settings;
    }
    int post(const Monitor &monitor, const QByteArray &body,
             const QString &path = QStringLiteral("/events/batch"));
    static QByteArray eventNow(const QByteArray &id);
    /** The newest snapshot that @p wanted accepts. */
    static LiveSnapshotPtr waitFor(QSignalSpy &spy, const std::function<bool(const LiveSnapshot &)> &wanted);

    QNetworkAccessManager m_network;
};

int TestMonitor::post(const Monitor &monitor, const QByteArray &body, const QString &path)
{
    QUrl url = monitor.endpoint();
    url.setPath(path);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const std::unique_ptr<QNetworkReply> reply(m_network.post(request, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    finished.wait();
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QByteArray TestMonitor::eventNow(const QByteArray &id)
{
    return "{\"eventId\":\"" + id
        + "\",\"machineId\":\"M-1\",\"lineId\":\"L-1\",\"durationMs\":1000,\"defectCount\":3,"
          "\"eventTime\":\""
        + QByteArray::fromStdString(formatRfc3339(SystemClock().now())) + "\"}";
}

LiveSnapshotPtr TestMonitor::waitFor(QSignalSpy &spy, const std::function<bool(const LiveSnapshot &)> &wanted)
{
    LiveSnapshotPtr found;
    [&] {
        QTRY_VERIFY(std::any_of(spy.cbegin(), spy.cend(), [&](const QList<QVariant> &arguments) {
            const auto snapshot = arguments.first().value<LiveSnapshotPtr>();
            if (wanted(*snapshot))
                found = snapshot;
            return found != nullptr;
        }));
    }();
    return found;
}

void TestMonitor::aPostChangesTheLiveSnapshot()
{
    const QTemporaryDir folder;
    Monitor monitor(settings(folder));
    QSignalSpy snapshots(&monitor, &Monitor::snapshotPublished);
    QVERIFY(monitor.start());
    QVERIFY(waitFor(snapshots, [](const LiveSnapshot &s) { return s.isEmpty(); }));
    QCOMPARE(post(monitor, '[' + eventNow("E-1") + ',' + eventNow("E-1") + ",7]"), 200);
    const auto snapshot = waitFor(snapshots, [](const LiveSnapshot &s) { return !s.isEmpty(); });
    QVERIFY(snapshot);
    QCOMPARE(snapshot->machines.size(), 1U);
    QCOMPARE(snapshot->machines.front().machineId.utf8(), std::string("M-1"));
    QCOMPARE(snapshot->plant.events, 1);
    QCOMPARE(snapshot->plant.defects, 3);
    QCOMPARE(snapshot->topLines.front().lineId.utf8(), std::string("L-1"));
    QCOMPARE(snapshot->ingest.outcomes.total(), 3);
    QCOMPARE(snapshot->ingest.outcomes.rejected, 1);
}

void TestMonitor::theLiveBoardStartsFromTheStore()
{
    const QTemporaryDir folder;
    {
        Monitor monitor(settings(folder));
        QVERIFY(monitor.start());
        QCOMPARE(post(monitor, '[' + eventNow("E-1") + ',' + eventNow("E-2") + ']'), 200);
    }
    Monitor monitor(settings(folder));
    QSignalSpy snapshots(&monitor, &Monitor::snapshotPublished);
    QVERIFY(monitor.start());
    const auto snapshot = waitFor(snapshots, [](const LiveSnapshot &s) { return !s.isEmpty(); });
    QVERIFY(snapshot);
    QCOMPARE(snapshot->plant.events, 2);
    QCOMPARE(snapshot->plant.defects, 6);
}

void TestMonitor::snapshotsFollowTheChosenWindow()
{
    const QTemporaryDir folder;
    Monitor monitor(settings(folder));
    QSignalSpy snapshots(&monitor, &Monitor::snapshotPublished);
    QVERIFY(monitor.start());
    monitor.setShownWindow(480min);
    QVERIFY(waitFor(snapshots, [](const LiveSnapshot &s) { return s.window.length() > 478min; }));
    monitor.setShownWindow(15min);
    const auto snapshot =
        waitFor(snapshots, [](const LiveSnapshot &s) { return s.window.length() <= 15min; });
    QVERIFY(snapshot);
    QVERIFY(snapshot->window.length() > 13min);
    QCOMPARE(snapshot->previousWindow.end, snapshot->window.start);
}

void TestMonitor::aBusyPortIsRefusedAndTheStoreSetFree()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QTemporaryDir folder;
    MonitorSettings busy = settings(folder);
    busy.port = other.serverPort();
    Monitor monitor(busy);
    const Result<void> started = monitor.start();
    QVERIFY(!started);
    QVERIFY2(started.failure().message.contains(QString::number(busy.port)),
             qUtf8Printable(started.failure().message));
    QVERIFY(monitor.endpoint().isEmpty());
    Monitor next(settings(folder));
    QVERIFY(next.start());
}

void TestMonitor::aStoreInUseIsRefused()
{
    const QTemporaryDir folder;
    Monitor first(settings(folder));
    QVERIFY(first.start());
    Monitor second(settings(folder));
    QVERIFY(!second.start());
}

void TestMonitor::itKnowsTheVersionOfItsDatabase()
{
    const QTemporaryDir folder;
    Monitor monitor(settings(folder));
    QCOMPARE(monitor.engineText(), QString());
    QVERIFY(monitor.start());
    const QRegularExpression version(QStringLiteral("^SQLite 3\\.\\d+\\.\\d+$"));
    QVERIFY2(version.match(monitor.engineText()).hasMatch(), qPrintable(monitor.engineText()));
}

void TestMonitor::aViewerShowsWhatTheOwnerOfTheStoreTakesIn()
{
    const QTemporaryDir folder;
    Monitor owner(settings(folder));
    QVERIFY(owner.start());
    MonitorSettings viewing = settings(folder);
    viewing.viewer = true;
    Monitor viewer(viewing);
    QSignalSpy snapshots(&viewer, &Monitor::snapshotPublished);
    QVERIFY(viewer.start());
    QVERIFY(viewer.endpoint().isEmpty());
    QVERIFY(waitFor(snapshots, [](const LiveSnapshot &s) { return s.isEmpty(); }));
    QCOMPARE(post(owner, '[' + eventNow("E-1") + ']'), 200);
    const auto snapshot = waitFor(snapshots, [](const LiveSnapshot &s) { return s.plant.events == 1; });
    QVERIFY(snapshot);
    QCOMPARE(snapshot->plant.defects, 3);
    QVERIFY(snapshot->ingest.isElsewhere);
    QVERIFY(snapshot->ingest.lastRead.count() > 0);
    owner.stop(); // the file stays, and so does what is shown of it
    QVERIFY(waitFor(snapshots, [&](const LiveSnapshot &s) { return s.takenAt > snapshot->takenAt; }));
}

void TestMonitor::aViewerMakesNoStore()
{
    const QTemporaryDir folder;
    MonitorSettings viewing = settings(folder);
    viewing.viewer = true;
    Monitor viewer(viewing);
    const Result<void> started = viewer.start();
    QVERIFY(!started);
    QVERIFY(started.failure().message.contains(QStringLiteral("there is no store")));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestMonitor::afterStopNothingListens()
{
    const QTemporaryDir folder;
    Monitor monitor(settings(folder));
    QVERIFY(monitor.start());
    const auto port = static_cast<quint16>(monitor.endpoint().port());
    monitor.stop();
    QVERIFY(monitor.endpoint().isEmpty());
    QTcpServer next;
    QVERIFY(next.listen(QHostAddress::LocalHost, port));
}

void TestMonitor::anExportOutlivesTheMonitor()
{
    const QTemporaryDir folder;
    auto monitor = std::make_unique<Monitor>(settings(folder));
    QVERIFY(monitor->start());
    QCOMPARE(post(*monitor, "[" + eventNow("E-1") + "]"), 200);
    ReportRequest request;
    request.window = {SystemClock().now() - 1h, SystemClock().now() + 1h};
    const QString file = folder.filePath(QStringLiteral("a.csv"));
    const std::unique_ptr<ExportJob> job = monitor->startExport(request, file);
    QSignalSpy finished(job.get(), &ExportJob::finished);
    monitor.reset();
    QVERIFY(finished.wait());
    QCOMPARE(finished.first().first().value<ExportOutcome>().rows, 1);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains("\r\nE-1,M-1,"));
}

void TestMonitor::postsAreSeenWhileSomebodyWatches()
{
    const QTemporaryDir folder;
    Monitor monitor(settings(folder));
    QVERIFY(monitor.start());
    std::vector<SeenPost> seen;
    connect(&monitor, &Monitor::postSeen, this, [&seen](const SeenPost &post) { seen.push_back(post); });

    QCOMPARE(post(monitor, "[" + eventNow("before") + "]"), 200);
    monitor.watchPosts(true);
    const QByteArray event = eventNow("A");
    QCOMPARE(post(monitor, "[" + event + "," + event + ",1]"), 200);
    QCOMPARE(post(monitor, "no JSON"), 400);
    QCOMPARE(post(monitor, "[]", QStringLiteral("/event/batch")), 404);
    QTRY_COMPARE(seen.size(), std::size_t{3});
    QCOMPARE(seen[0].status, 200);
    QCOMPARE(seen[0].sender, std::string("127.0.0.1"));
    QCOMPARE(seen[0].contentType, std::string("application/json"));
    QCOMPARE(seen[0].counts,
             (OutcomeCounts{.accepted = 1, .deduped = 1, .updated = 0, .rejected = 1, .queued = 0}));
    QCOMPARE(seen[0].outcomes.at(2), Outcome::rejected(RejectReason::MalformedEvent));
    QCOMPARE(seen[1].status, 400);
    QVERIFY(!seen[1].problem.empty());
    QCOMPARE(seen[1].body, std::string("no JSON"));
    QCOMPARE(seen[2].status, 404);
    QCOMPARE(seen[2].path, std::string("/event/batch"));

    monitor.watchPosts(false);
    QCOMPARE(post(monitor, "[" + eventNow("after") + "]"), 200);
    monitor.watchPosts(true);
    QCOMPARE(post(monitor, "[" + eventNow("again") + "]"), 200);
    QTRY_COMPARE(seen.size(), std::size_t{4});
    QVERIFY(seen[3].body.find("again") != std::string::npos);
    connect(&monitor, &Monitor::postSeen, this, [&monitor] { monitor.watchPosts(false); });
    QCOMPARE(post(monitor, "[" + eventNow("last") + "]"), 200);
    QTRY_COMPARE(seen.size(), std::size_t{5});
    monitor.stop();
}

void TestMonitor::manyPostsLeaveTheNewest()
{
    const QTemporaryDir folder;
    Monitor monitor(settings(folder));
    QVERIFY(monitor.start());
    api::PostWatch watch;
    watch.tell({});
    QVERIFY(watch.take().empty());
    watch.setWatched(true);
    for (int i = 0; i < 70; ++i) {
        SeenPost post;
        post.status = i;
        watch.tell(std::move(post));
    }
    const auto kept = watch.take();
    QCOMPARE(kept.size(), api::PostWatch::MostKept);
    QCOMPARE(kept.front().status, 20);
    QCOMPARE(kept.back().status, 69);

    // A body is cut, its size kept.
    SeenPost cut;
    connect(&monitor, &Monitor::postSeen, this, [&cut](const SeenPost &post) { cut = post; });
    monitor.watchPosts(true);
    const QByteArray body = "[" + eventNow("A") + QByteArray(200'000, ' ') + "]";
    QCOMPARE(post(monitor, body), 200);
    QTRY_COMPARE(cut.bodySize, static_cast<std::size_t>(body.size()));
    QCOMPARE(cut.body.size(), SeenPost::MostBodyBytes);
    QVERIFY(cut.isCut());
    QCOMPARE(cut.counts.accepted, 1);
}

LINEWATCH_TEST(TestMonitor)
#include "tst_monitor.moc"

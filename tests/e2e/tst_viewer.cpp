// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/simulatorrun.h"
#include "monitor/monitor.h"
#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/mariadbserver.h"
#include "support/serverprocess.h"
#include "support/testprogram.h"
#include "support/wireevent.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <future>

using namespace linewatch;
using namespace linewatch::test;
using namespace Qt::StringLiterals;

namespace {

Micros microsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

/** Whether the process waits for connections anywhere. */
bool listens(qint64 process)
{
    QStringList sockets;
    static const QRegularExpression socket(u"^socket:\\[([0-9]+)\\]$"_s);
    const QDir files(u"/proc/%1/fd"_s.arg(process));
    for (const QString &name : files.entryList(QDir::Files | QDir::System)) {
        const QString target = QFile(files.filePath(name)).symLinkTarget();
        if (const auto match = socket.match(target.section(u'/', -1)); match.hasMatch())
            sockets += match.captured(1);
    }
    for (const QString &table : {u"/proc/net/tcp"_s, u"/proc/net/tcp6"_s}) {
        QFile file(table);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QString &line : QString::fromLatin1(file.readAll()).split(u'\n')) {
            const QStringList cells = line.simplified().split(u' ');
            const bool isListening = cells.value(3) == u"0A"_s;
            if (isListening && sockets.contains(cells.value(9)))
                return true;
        }
    }
    return false;
}

} // namespace

/** A window on what two linewatchd take in to one MariaDB server. */
class ViewerTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void aViewerShowsWhatBothNodesTakeIn();
    void aNodeWithAWindowShowsWhatTheOtherTakesIn();
    void itStaysAsItWasWhileTheDatabaseIsAwayAndGoesOnByItself();
    void theProgramOpensNoEndpoint();
    void aDatabaseWithoutAStoreIsRefused();

private:
    ServerProcess &node(std::size_t number) { return *m_nodes[number]; }
    ApiClient api(std::size_t number) { return ApiClient(node(number).port(), m_contract); }
    MonitorSettings settings() const;
    /** The database as a user sees it who may only read. */
    QString readersUrl();
    MonitorSettings viewing();
    void watch(const Monitor &monitor);
    const MachineSnapshot *shown(const QString &machine) const;
    void post(std::size_t number, const QString &event, const QString &machine);
    void compareWithStats();

    QTemporaryDir m_folder;
    std::unique_ptr<MariaDbServer> m_mariaDb;
    std::vector<std::unique_ptr<ServerProcess>> m_nodes;
    QString m_database;
    int m_serial = 0;
    ContractCheck m_contract;
    LiveSnapshotPtr m_snapshot; ///< the newest of the watched monitor
};

void ViewerTest::initTestCase()
{
    if (const QString missing = MariaDbServer::missing(); !missing.isEmpty())
        QSKIP(qPrintable(u"NOT TESTED: "_s + missing));
    m_mariaDb = std::make_unique<MariaDbServer>(m_folder.path());
    QVERIFY2(m_mariaDb->start(), m_mariaDb->log().right(1000).constData());
}

void ViewerTest::init()
{
    m_database = u"plant%1"_s.arg(++m_serial);
    QCOMPARE(m_mariaDb->run(u"CREATE DATABASE "_s + m_database), QByteArray());
    m_snapshot.reset();
    for (int i = 0; i < 2; ++i) {
        const QString folder =
            m_folder.filePath(u"node%1-%2"_s.arg(m_serial).arg(i)); // with a spool of its own
        QDir().mkpath(folder);
        m_nodes.push_back(std::make_unique<ServerProcess>(folder));
        m_nodes.back()->setDatabase(m_mariaDb->url(m_database));
        QVERIFY2(m_nodes.back()->start(), m_nodes.back()->log().constData());
    }
}

void ViewerTest::cleanup()
{
    for (const auto &node : m_nodes)
        QCOMPARE(node->stop(), std::optional(0));
    m_nodes.clear();
    QCOMPARE(m_contract.take(), QStringList());
}

MonitorSettings ViewerTest::settings() const
{
    MonitorSettings settings;
    settings.database = *DatabaseUrl::parse(m_mariaDb->url(m_database));
    settings.live = true;
    settings.port = 0;
    return settings;
}

QString ViewerTest::readersUrl()
{
    const QByteArray granted = m_mariaDb->run(
        u"CREATE USER IF NOT EXISTS viewer@'%'; GRANT SELECT ON %1.* TO viewer@'%'"_s.arg(m_database));
    if (!granted.isEmpty())
        qFatal("%s", granted.constData());
    return u"mysql://viewer@127.0.0.1:%1/%2"_s.arg(m_mariaDb->port()).arg(m_database);
}

MonitorSettings ViewerTest::viewing()
{
    MonitorSettings viewing = settings();
    viewing.database = *DatabaseUrl::parse(readersUrl());
    viewing.viewer = true;
    return viewing;
}

void ViewerTest::watch(const Monitor &monitor)
{
    connect(&monitor, &Monitor::snapshotPublished, this,
            [this](const LiveSnapshotPtr &snapshot) { m_snapshot = snapshot; });
}

const MachineSnapshot *ViewerTest::shown(const QString &machine) const
{
    if (!m_snapshot)
        return nullptr;
    const auto found = std::ranges::find_if(m_snapshot->machines, [&machine](const MachineSnapshot &each) {
        return each.machineId.toString() == machine;
    });
    return found == m_snapshot->machines.end() ? nullptr : &*found;
}

void ViewerTest::post(std::size_t number, const QString &event, const QString &machine)
{
    ApiClient client = api(number);
    QCOMPARE(client.postBatch({WireEvent(event, machine).at(nowMicros()).defects(1)}).outcomes(),
             QStringList{u"ACCEPTED"_s});
}

/** Each machine's figures, counted again over the same minutes by the API. */
void ViewerTest::compareWithStats()
{
    const LiveSnapshotPtr snapshot = m_snapshot;
    QVERIFY(snapshot->machines.size() > 20);
    const Micros end = (microsOf(snapshot->takenAt) / OneMinute + 1) * OneMinute; // windows are whole minutes
    ApiClient client = api(0);
    for (const MachineSnapshot &machine : snapshot->machines) {
        const QJsonObject stats = client
                                      .get(u"/stats"_s,
                                           {{u"machineId"_s, machine.machineId.toString()},
                                            {u"start"_s, wireTime(microsOf(snapshot->window.start))},
                                            {u"end"_s, wireTime(end)}})
                                      .object();
        QCOMPARE(machine.shown.events, stats[u"eventsCount"_s].toInteger(-1));
        QCOMPARE(machine.shown.defects, stats[u"defectsCount"_s].toInteger(-1));
        QCOMPARE(machine.shown.runTimeMs, stats[u"runTimeMs"_s].toInteger(-1));
    }
}

void ViewerTest::aViewerShowsWhatBothNodesTakeIn()
{
    Monitor monitor(viewing());
    watch(monitor);
    QVERIFY(monitor.start());
    QVERIFY(monitor.endpoint().isEmpty());
    QVERIFY(monitor.engineText().startsWith(u"MariaDB "_s));
    QTRY_VERIFY(m_snapshot);

    auto load = std::async(std::launch::async, [this] {
        return runSimulator(
            {node(0).url(), node(1).url()}, m_folder.path(),
            u"--machines 40 --lines 5 --rate 2000 --duration 15 --connections 8 --duplicates 5"
            " --corrections 10 --reorder 5 --seed 3"_s.split(u' '));
    });
    std::vector<qint64> behind; // milliseconds from the answer to a snapshot that holds the event
    for (std::size_t i = 0; i < 20; ++i) {
        const QString machine = u"LATE-%1"_s.arg(i);
        post(i % 2, u"E-%1"_s.arg(i), machine);
        QElapsedTimer since;
        since.start();
        QTRY_VERIFY_WITH_TIMEOUT(shown(machine) && shown(machine)->shown.events == 1, 20'000);
        behind.push_back(since.elapsed());
    }
    std::ranges::sort(behind);
    qInfo("under load an answered event is in a snapshot after %lld ms in the median, %lld ms at most",
          static_cast<long long>(behind[behind.size() / 2]), static_cast<long long>(behind.back()));

    const ProgramRun run = load.get();
    QVERIFY2(run.finished && run.exitCode == 0, (run.output + run.error).right(4000).constData());
    post(0, u"LAST"_s, u"LAST"_s);
    QTRY_VERIFY_WITH_TIMEOUT(shown(u"LAST"_s), 20'000);
    QVERIFY(m_snapshot->ingest.isElsewhere);
    compareWithStats();
}

/** A node among others follows the store, too: its own commits would be half of it. */
void ViewerTest::aNodeWithAWindowShowsWhatTheOtherTakesIn()
{
    Monitor monitor(settings());
    watch(monitor);
    QVERIFY(monitor.start());
    const quint16 port = static_cast<quint16>(monitor.endpoint().port());
    const Micros now = nowMicros();
    post(0, u"E"_s, u"M"_s);
    QTRY_VERIFY(shown(u"M"_s) && shown(u"M"_s)->shown.events == 1);
    // Corrected through this node: what it takes away, the other brought.
    auto correcting = std::async(std::launch::async, [this, port, now] {
        return ApiClient(port, m_contract)
            .postBatch({WireEvent(u"E"_s, u"M"_s).at(now - 3 * OneMinute).defects(4)})
            .outcomes();
    });
    QCOMPARE(correcting.get(), QStringList{u"UPDATED"_s});
    QTRY_COMPARE(shown(u"M"_s)->shown.defects, 4);
    QCOMPARE(shown(u"M"_s)->shown.events, 1);
    QTRY_COMPARE(m_snapshot->ingest.outcomes.updated, 1);
    QVERIFY(!m_snapshot->ingest.isElsewhere);
    QVERIFY(std::ranges::all_of(m_snapshot->trend, [](const TrendPoint &point) {
        return !point.totals || (point.totals->events > 0 && point.totals->defects >= 0);
    }));
}

void ViewerTest::itStaysAsItWasWhileTheDatabaseIsAwayAndGoesOnByItself()
{
    Monitor monitor(viewing());
    watch(monitor);
    int lost = 0;
    int found = 0;
    Instant shownAsOf;
    connect(&monitor, &Monitor::storeLost, this, [&](const QString &reason, Instant readAt) {
        ++lost;
        shownAsOf = readAt;
        QVERIFY(!reason.isEmpty());
    });
    connect(&monitor, &Monitor::storeFound, this, [&found] { ++found; });
    QVERIFY(monitor.start());
    post(0, u"E-1"_s, u"M"_s);
    QTRY_VERIFY(shown(u"M"_s) && shown(u"M"_s)->shown.events == 1);

    m_mariaDb->stop();
    QTRY_COMPARE_WITH_TIMEOUT(lost, 1, 40'000);
    QVERIFY(shownAsOf >= m_snapshot->takenAt);
    monitor.setShownWindow(std::chrono::minutes{15});
    QTRY_COMPARE(m_snapshot->window.length() < std::chrono::minutes{16}, true);
    QCOMPARE(microsOf(m_snapshot->takenAt), microsOf(shownAsOf));
    QCOMPARE(shown(u"M"_s)->shown.events, 1);

    QVERIFY2(m_mariaDb->start(), m_mariaDb->log().right(1000).constData());
    QTRY_COMPARE_WITH_TIMEOUT(found, 1, 40'000);
    QCOMPARE(lost, 1);
    QTRY_COMPARE_WITH_TIMEOUT(api(1).get(u"/readyz"_s).status(), 200, 40'000);
    post(1, u"E-2"_s, u"M"_s);
    QTRY_COMPARE_WITH_TIMEOUT(shown(u"M"_s)->shown.events, 2, 20'000);
    QVERIFY(m_snapshot->takenAt > shownAsOf);
}

void ViewerTest::theProgramOpensNoEndpoint()
{
    const QString url = readersUrl();
    QProcess program;
    program.setProcessEnvironment(isolatedEnvironment(m_folder.path()));
    program.start(QStringLiteral(LINEWATCH_DESKTOP_FILE), {u"--viewer"_s, u"--database"_s, url});
    QByteArray said;
    while (!said.contains('\n') && program.waitForReadyRead(30'000))
        said += program.readAllStandardOutput();
    QCOMPARE(QString::fromUtf8(said), u"viewing %1\n"_s.arg(url));
    QVERIFY(listens(node(0).isRunning() ? node(0).processId() : 0)); // so that it is seen where it is
    QVERIFY(!listens(program.processId()));
    ::kill(static_cast<pid_t>(program.processId()), SIGTERM);
    QVERIFY(program.waitForFinished(30'000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
}

void ViewerTest::aDatabaseWithoutAStoreIsRefused()
{
    QCOMPARE(m_mariaDb->run(u"CREATE DATABASE empty_one"_s), QByteArray());
    const ProgramRun run = runProgram(QStringLiteral(LINEWATCH_DESKTOP_FILE),
                                      {u"--viewer"_s, u"--database"_s, m_mariaDb->url(u"empty_one"_s)},
                                      isolatedEnvironment(m_folder.path()));
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.error.contains("is no store of Linewatch"), run.error.constData());
    QCOMPARE(m_mariaDb->run(u"SHOW TABLES"_s, u"empty_one"_s), QByteArray());
}

LINEWATCH_TEST(ViewerTest)
#include "tst_viewer.moc"

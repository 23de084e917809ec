// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/metricsof.h"
#include "e2e/recount.h"
#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/programrun.h"
#include "support/serverprocess.h"
#include "support/testprogram.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** A plant's last five days, of which the settings keep one. */
class RetainingTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aKillAtAnyStepLeavesTheStoreExact();
    void answersSayWhereTheyAreOfWholeHours();
    void whatIsTooOldIsRejected();
    void theCommandDoesItOnce();
    void theCommandRefusesInOneLine();

private:
    static constexpr Micros past = 5 * OneDay;

    void fill(int events);
    void startKeepingADay();
    void restartAfterAKill();
    Micros waitUntilRemoved();
    qint64 metric(const QString &name);
    QJsonObject statsOf(const QString &machine, Micros start, Micros end);
    void compare(Micros start, Micros end, Micros coveredStart, Micros coveredEnd, Micros horizon);
    qint64 ask(const QString &question);
    ProgramRun retain(const QStringList &further = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    ContractCheck m_contract;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<ApiClient> m_api;
    QList<KnownEvent> m_events;
    QRandomGenerator m_random{1};
};

void RetainingTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QFile settings(m_folder->filePath(u"day.ini"_s));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("[store]\nretentionDays=1\n");
    m_server = std::make_unique<ServerProcess>(m_folder->path());
    m_events.clear();
    m_random.seed(1);
}

void RetainingTest::cleanup()
{
    m_api.reset();
    m_server.reset();
    QCOMPARE(m_contract.take(), QStringList());
}

/** Into a server that keeps everything; one in ten is corrected. */
void RetainingTest::fill(int events)
{
    QVERIFY2(m_server->start(), m_server->log().constData());
    m_api = std::make_unique<ApiClient>(m_server->port(), m_contract);
    const Micros now = nowMicros();
    QJsonArray batch;
    QJsonArray corrections;
    for (int i = 0; i < events; ++i) {
        KnownEvent event{.eventId = u"E-%1"_s.arg(i),
                         .machineId = u"M-%1"_s.arg(m_random.bounded(5)),
                         .time = now - past + i * (past / events),
                         .durationMs = m_random.bounded(5000),
                         .defects = m_random.bounded(-1, 4),
                         .line = m_random.bounded(3) == 0 ? QString() : u"L-%1"_s.arg(m_random.bounded(3)),
                         .factory = {}};
        batch.append(event.wire());
        if (m_random.bounded(10) == 0) {
            event.defects += 1;
            corrections.append(event.wire());
        }
        m_events.append(event);
        if (batch.size() == 2000 || i + 1 == events) {
            QCOMPARE(m_api->postBatch(batch).count("accepted"_L1), batch.size());
            QCOMPARE(m_api->postBatch(corrections).count("updated"_L1), corrections.size());
            batch = {};
            corrections = {};
        }
    }
    QCOMPARE(m_server->stop(), std::optional(0));
}

void RetainingTest::startKeepingADay()
{
    QVERIFY2(m_server->start({u"--config"_s, m_folder->filePath(u"day.ini"_s)}), m_server->log().constData());
    m_api = std::make_unique<ApiClient>(m_server->port(), m_contract);
}

void RetainingTest::restartAfterAKill()
{
    m_server->kill();
    QCOMPARE(ask(u"SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"_s), 0);
    startKeepingADay();
}

qint64 RetainingTest::metric(const QString &name)
{
    return sumOfSamples(m_api->get(u"/metrics"_s).http.body, name);
}

/** The horizon. */
Micros RetainingTest::waitUntilRemoved()
{
    Micros horizon = 0;
    const auto isDone = [&] {
        horizon = metric(u"linewatch_retention_horizon_seconds"_s) * OneSecond;
        return horizon > 0
            && m_api->get(u"/events"_s, {{u"to"_s, wireTime(horizon)}, {u"limit"_s, u"1"_s}})
                   .items()
                   .isEmpty();
    };
    [&] { QTRY_VERIFY_WITH_TIMEOUT(isDone(), 60'000); }();
    return horizon;
}

QJsonObject RetainingTest::statsOf(const QString &machine, Micros start, Micros end)
{
    return m_api
        ->get(u"/stats"_s,
              {{u"machineId"_s, machine}, {u"start"_s, wireTime(start)}, {u"end"_s, wireTime(end)}})
        .object();
}

/** Figures are those of the covered window, bounds those that were asked for. */
void RetainingTest::compare(Micros start, Micros end, Micros coveredStart, Micros coveredEnd, Micros horizon)
{
    const Recount recount(m_events);
    for (const QString &machine : {u"M-0"_s, u"M-3"_s}) {
        QJsonObject expected = recount.stats(machine, coveredStart, coveredEnd);
        expected[u"start"_s] = wireTime(start);
        expected[u"end"_s] = wireTime(end);
        if (coveredStart != start || coveredEnd != end)
            expected[u"resolution"_s] = u"PT1H"_s;
        QJsonObject found = statsOf(machine, start, end);
        if (fromWireTime(expected[u"lastEventTime"_s].toString())
            < horizon) { // that event may be gone or not
            expected.remove(u"lastEventTime"_s);
            found.remove(u"lastEventTime"_s);
        }
        QCOMPARE(found, expected);
    }
    const ApiAnswer lines =
        m_api->get(u"/stats/top-defect-lines"_s,
                   {{u"from"_s, wireTime(start)}, {u"to"_s, wireTime(end)}, {u"limit"_s, u"100"_s}});
    QCOMPARE(lines.array(), recount.topDefectLines(coveredStart, coveredEnd, 100));
    const bool isWidened = coveredStart != start || coveredEnd != end;
    QCOMPARE(lines.http.header("Linewatch-Resolution"),
             isWidened ? std::optional<QByteArray>("PT1H") : std::nullopt);
}

qint64 RetainingTest::ask(const QString &question)
{
    qint64 number = -1;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
        database.setDatabaseName(m_server->storeFile());
        if (database.open()) {
            QSqlQuery query(database);
            if (query.exec(question) && query.next())
                number = query.value(0).toLongLong();
        }
    }
    QSqlDatabase::removeDatabase(u"look"_s);
    return number;
}

ProgramRun RetainingTest::retain(const QStringList &further)
{
    return runProgram(QStringLiteral(LINEWATCHD_FILE),
                      QStringList{u"retain"_s, u"--database"_s, u"sqlite:"_s + m_server->storeFile()}
                          + further,
                      isolatedEnvironment(m_folder->path()));
}

void RetainingTest::aKillAtAnyStepLeavesTheStoreExact()
{
    fill(30'000);
    startKeepingADay();
    for (const qint64 removedBefore : {1, 300, 2'000, 5'000}) { // from start to kill
        QTRY_VERIFY_WITH_TIMEOUT(metric(u"linewatch_retention_removed_events_total"_s) >= removedBefore
                                     || ask(u"SELECT count(*) FROM event"_s) < 10'000,
                                 60'000);
        restartAfterAKill();
        const Micros hour = nowMicros() / OneHour * OneHour;
        const Micros horizon = ask(u"SELECT value FROM store_state WHERE name = 'kept_horizon'"_s);
        compare(hour - past - OneHour, hour + OneHour, hour - past - OneHour, hour + OneHour, horizon);
        compare(hour - 3 * OneDay, hour - 2 * OneDay, hour - 3 * OneDay, hour - 2 * OneDay, horizon);
    }
    const Micros horizon = waitUntilRemoved();
    QCOMPARE(m_server->stop(), std::optional(0));
    QCOMPARE(ask(u"SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"_s), 0);
    const auto kept =
        std::ranges::count_if(m_events, [&](const auto &event) { return event.time >= horizon; });
    QCOMPARE(ask(u"SELECT count(*) FROM event"_s), kept);
    QCOMPARE(ask(u"SELECT sum(events) FROM rollup_bucket WHERE bucket_width = 3600"_s), m_events.size());
    QCOMPARE(ask(u"SELECT sum(events) FROM rollup_bucket WHERE bucket_width = 86400"_s), m_events.size());
    QCOMPARE(ask(u"SELECT count(*) FROM event_revision r WHERE NOT EXISTS"
                 " (SELECT 1 FROM event e WHERE e.event_key = r.event_key)"_s),
             0);
}

void RetainingTest::answersSayWhereTheyAreOfWholeHours()
{
    fill(6'000);
    startKeepingADay();
    const Micros horizon = waitUntilRemoved();
    const Micros odd = 17 * OneMinute + 3 * OneSecond + 1;
    compare(horizon + odd, horizon + 3 * OneHour + odd, horizon + odd, horizon + 3 * OneHour + odd, horizon);
    compare(horizon - 5 * OneHour + odd, horizon + odd, horizon - 5 * OneHour, horizon + odd, horizon);
    compare(horizon - 9 * OneHour + odd, horizon - 8 * OneHour + odd, horizon - 9 * OneHour,
            horizon - 7 * OneHour, horizon);
    compare(horizon - 9 * OneHour, horizon + 1, horizon - 9 * OneHour, horizon + 1, horizon);
    compare(horizon - odd - 1, horizon - odd, horizon - OneHour, horizon, horizon);
}

void RetainingTest::whatIsTooOldIsRejected()
{
    fill(2'000);
    startKeepingADay();
    const Micros now = nowMicros();
    const QStringList tooOld{u"REJECTED EVENT_TOO_OLD"_s};
    QCOMPARE(m_api->postBatch({m_events.first().wire()}).outcomes(), tooOld); // also before it is removed
    waitUntilRemoved();
    QCOMPARE(m_api->postBatch({m_events.first().wire()}).outcomes(), tooOld);
    QCOMPARE(m_api->postBatch({WireEvent(u"N"_s, u"M-9"_s).at(now - OneDay - OneSecond)}).outcomes(), tooOld);
    QCOMPARE(m_api->postBatch({WireEvent(u"N"_s, u"M-9"_s).at(now - OneDay + OneHour)}).outcomes(),
             QStringList{u"ACCEPTED"_s});
    QCOMPARE(m_api->postBatch({m_events.last().wire()}).outcomes(), QStringList{u"DEDUPED IDENTICAL"_s});
    KnownEvent moved = m_events.last();
    moved.time = now - 2 * OneDay;
    QCOMPARE(m_api->postBatch({moved.wire()}).outcomes(), tooOld);
    QCOMPARE(m_api->get(u"/rejections"_s, {{u"reason"_s, u"EVENT_TOO_OLD"_s}}).items().size(), 4);

    // What was removed stays so when the setting goes: nothing tells a repetition from something new.
    QCOMPARE(m_server->stop(), std::optional(0));
    QVERIFY2(m_server->start(), m_server->log().constData());
    m_api = std::make_unique<ApiClient>(m_server->port(), m_contract);
    QCOMPARE(m_api->postBatch({m_events.first().wire()}).outcomes(), tooOld);
    QCOMPARE(m_api->get(u"/events/E-0"_s).status(), 404);
    QCOMPARE(m_api->get(u"/rejections"_s, {{u"reason"_s, u"EVENT_TOO_OLD"_s}}).items().size(), 5);
}

void RetainingTest::theCommandDoesItOnce()
{
    fill(4'000);
    const QStringList keepADay{u"--config"_s, m_folder->filePath(u"day.ini"_s)};
    const ProgramRun run = retain(keepADay);
    QVERIFY2(run.finished && run.exitCode == 0, run.error.constData());
    QVERIFY(run.output.isEmpty());
    static const QRegularExpression said(u"([0-9]+) events before (.*) removed\n$"_s);
    const QRegularExpressionMatch match = said.match(QString::fromUtf8(run.error));
    QVERIFY2(match.hasMatch(), run.error.constData());
    const Micros horizon = fromWireTime(match.captured(2));
    const auto gone =
        std::ranges::count_if(m_events, [&](const auto &event) { return event.time < horizon; });
    QVERIFY(gone > 0);
    QCOMPARE(match.captured(1).toLongLong(), gone);
    QCOMPARE(ask(u"SELECT count(*) FROM event"_s), m_events.size() - gone);
    const ProgramRun again = retain(keepADay);
    QCOMPARE(again.exitCode, 0);
    QVERIFY(again.error.contains("\n0 events before ") || again.error.startsWith("0 events before "));
}

void RetainingTest::theCommandRefusesInOneLine()
{
    fill(10);
    const QStringList keepADay{u"--config"_s, m_folder->filePath(u"day.ini"_s)};
    const auto isRefused = [](const ProgramRun &run) {
        return run.finished && run.exitCode == 2 && run.output.isEmpty() && run.error.count('\n') == 1;
    };
    const ProgramRun unset = retain();
    QVERIFY(isRefused(unset));
    QVERIFY2(unset.error.contains("retentionDays"), unset.error.constData());
    QVERIFY(isRefused(retain({u"now"_s})));
    startKeepingADay();
    const ProgramRun inUse = retain(keepADay);
    QVERIFY2(isRefused(inUse), inUse.error.constData());
    QCOMPARE(m_server->stop(), std::optional(0));
}

LINEWATCH_TEST(RetainingTest)
#include "tst_retaining.moc"

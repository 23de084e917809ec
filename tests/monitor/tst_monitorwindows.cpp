// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rfc3339.h"
#include "model/systemclock.h"
#include "monitor/monitor.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QUrlQuery>
#include <QtTest>

using namespace linewatch;
using namespace std::chrono_literals;

namespace {

QString wire(Instant time)
{
    return QString::fromStdString(formatRfc3339(time));
}

QJsonObject eventOf(int number, const QString &machine, const QString &line, Instant time, int defects)
{
    return {{QStringLiteral("eventId"), QStringLiteral("E-%1").arg(number)},
            {QStringLiteral("machineId"), machine},
            {QStringLiteral("lineId"), line},
            {QStringLiteral("eventTime"), wire(time)},
            {QStringLiteral("durationMs"), 1000},
            {QStringLiteral("defectCount"), defects}};
}

/** Figures whose charts are to come are no answer yet. */
QList<LiveSnapshotPtr> wholeAnswers(const QSignalSpy &spy)
{
    QList<LiveSnapshotPtr> answers;
    for (const QVariantList &arguments : spy) {
        const auto snapshot = arguments.first().value<LiveSnapshotPtr>();
        if (snapshot->isWhole)
            answers << snapshot;
    }
    return answers;
}

LiveSnapshotPtr newest(const QSignalSpy &spy)
{
    const QList<LiveSnapshotPtr> answers = wholeAnswers(spy);
    return answers.isEmpty() ? nullptr : answers.last();
}

} // namespace

/** Windows of the past, asked of a Monitor on a real store and of its own API. */
class MonitorWindowsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        MonitorSettings settings;
        settings.port = 0;
        settings.database.sqlitePath = m_folder->filePath(QStringLiteral("a.db"));
        settings.live = true;
        m_monitor = std::make_unique<Monitor>(settings);
        QVERIFY(m_monitor->start());
        m_now = SystemClock().now();
    }

    void cleanup() { m_monitor.reset(); }

    void theFiguresAreThoseOfTheApi_data()
    {
        QTest::addColumn<qint64>("startMs");
        QTest::addColumn<qint64>("endMs");
        constexpr qint64 hour = 3'600'000;
        QTest::newRow("eight hours") << -10 * hour << -2 * hour;
        QTest::newRow("odd edges") << -9 * hour - 1'234'567 << qint64{-123'457};
        QTest::newRow("half a minute") << -4 * hour - 30'001 << -4 * hour;
        QTest::newRow("three days") << -72 * hour << qint64{-1};
    }

    void theFiguresAreThoseOfTheApi()
    {
        QFETCH(qint64, startMs);
        QFETCH(qint64, endMs);
        QJsonArray events;
        for (int i = 0; i < 400; ++i)
            events << eventOf(i, QStringLiteral("M-%1").arg(i % 7), QStringLiteral("L-%1").arg(i % 3),
                              m_now - i * 2min - i * 377ms, i % 5 - 1);
        QCOMPARE(post(events), 200);
        const TimeWindow window{m_now + std::chrono::milliseconds{startMs},
                                m_now + std::chrono::milliseconds{endMs}};
        QSignalSpy answers(m_monitor.get(), &Monitor::windowRead);
        m_monitor->askWindow(window);
        QTRY_VERIFY(newest(answers));
        const LiveSnapshotPtr snapshot = newest(answers);
        QCOMPARE(snapshot->window, window);
        QCOMPARE(snapshot->machines.size(), 7U);
        for (const MachineSnapshot &machine : snapshot->machines) {
            const QJsonObject stats = get(QStringLiteral("/stats"),
                                          {{QStringLiteral("machineId"), machine.machineId.toString()},
                                           {QStringLiteral("start"), wire(window.start)},
                                           {QStringLiteral("end"), wire(window.end)}})
                                          .object();
            QCOMPARE(machine.shown.events, stats[QLatin1String("eventsCount")].toInteger(-1));
            QCOMPARE(machine.shown.defects, stats[QLatin1String("defectsCount")].toInteger(-1));
            QCOMPARE(machine.shown.runTimeMs, stats[QLatin1String("runTimeMs")].toInteger(-1));
            QCOMPARE(machine.shown.unknownEvents, stats[QLatin1String("unknownDefectEvents")].toInteger(-1));
            QCOMPARE(machine.defectRate.toDouble(), stats[QLatin1String("avgDefectRate")].toDouble(-1));
            if (machine.shown.events > 0)
                QCOMPARE(QString::fromUtf8(wireName(machine.state).data()),
                         stats[QLatin1String("status")].toString());
            else
                QCOMPARE(machine.state, MachineState::NoData);
        }
        const QJsonArray lines = get(QStringLiteral("/stats/top-defect-lines"),
                                     {{QStringLiteral("from"), wire(window.start)},
                                      {QStringLiteral("to"), wire(window.end)},
                                      {QStringLiteral("limit"), QStringLiteral("100")}})
                                     .array();
        QCOMPARE(static_cast<qsizetype>(snapshot->topLines.size()), lines.size());
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const LineSnapshot &line = snapshot->topLines[static_cast<std::size_t>(i)];
            QCOMPARE(line.lineId.toString(), lines[i][QLatin1String("lineId")].toString());
            QCOMPARE(line.defects, lines[i][QLatin1String("totalDefects")].toInteger(-1));
            QCOMPARE(line.events, lines[i][QLatin1String("eventCount")].toInteger(-1));
        }
    }

    void aNewerQuestionTakesThePlaceOfAnOlder()
    {
        QCOMPARE(post({eventOf(1, QStringLiteral("M-1"), QStringLiteral("L-1"), m_now - 1h, 1)}), 200);
        QSignalSpy answers(m_monitor.get(), &Monitor::windowRead);
        for (int hours = 2; hours < 40; ++hours)
            m_monitor->askWindow({m_now - std::chrono::hours{hours}, m_now - 1min});
        QTRY_COMPARE(wholeAnswers(answers).size(), 1);
        QTest::qWait(100);
        QCOMPARE(wholeAnswers(answers).size(), 1);
        QVERIFY(answers.count() <= 2);
        QCOMPARE(newest(answers)->window.start, m_now - 39h);
    }

    void nobodyIsAnsweredWhoNoLongerAsks()
    {
        const QSignalSpy answers(m_monitor.get(), &Monitor::windowRead);
        m_monitor->askWindow({m_now - 2h, m_now - 1h});
        m_monitor->stopAsking();
        QTest::qWait(200);
        QCOMPARE(answers.count(), 0);
    }

    void aWindowThatIsNotOverIsReadAgain()
    {
        QSignalSpy answers(m_monitor.get(), &Monitor::windowRead);
        m_monitor->askWindow({m_now - 2h, m_now + 2h});
        QTRY_COMPARE(wholeAnswers(answers).size(), 1);
        QCOMPARE(newest(answers)->plant.events, 0);
        const qsizetype first = answers.count();
        QCOMPARE(post({eventOf(1, QStringLiteral("M-1"), QStringLiteral("L-1"), m_now, 1)}), 200);
        QTRY_COMPARE_WITH_TIMEOUT(wholeAnswers(answers).size(), 2, 12'000);
        QCOMPARE(answers.count(), first + 1); // what is on screen stays until there is a whole one
        QCOMPARE(newest(answers)->plant.events, 1);
        QVERIFY(newest(answers)->isRunning());
    }

    void aStoreThatFailsIsSaid()
    {
        QCOMPARE(post({eventOf(1, QStringLiteral("M-1"), QStringLiteral("L-1"), m_now - 1h, 1)}), 200);
        {
            QSqlDatabase other =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            other.setDatabaseName(m_folder->filePath(QStringLiteral("a.db")));
            QVERIFY(other.open());
            QSqlQuery drop(other);
            QVERIFY2(drop.exec(QStringLiteral("DROP TABLE rollup_bucket")),
                     qPrintable(drop.lastError().text()));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
        QSignalSpy failures(m_monitor.get(), &Monitor::windowReadFailed);
        m_monitor->askWindow({m_now - 2h, m_now - 1min});
        QTRY_COMPARE(failures.count(), 1);
        QVERIFY(failures.first().first().toString().contains(QStringLiteral("rollup")));
    }

private:
    int post(const QJsonArray &events)
    {
        QNetworkRequest request(url(QStringLiteral("/events/batch"), {}));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        const std::unique_ptr<QNetworkReply> reply(m_network.post(request, QJsonDocument(events).toJson()));
        QSignalSpy(reply.get(), &QNetworkReply::finished).wait();
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    QJsonDocument get(const QString &path, const QList<std::pair<QString, QString>> &parameters)
    {
        const std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(url(path, parameters))));
        QSignalSpy(reply.get(), &QNetworkReply::finished).wait();
        return QJsonDocument::fromJson(reply->readAll());
    }

    QUrl url(const QString &path, const QList<std::pair<QString, QString>> &parameters) const
    {
        QUrl url = m_monitor->endpoint();
        url.setPath(path);
        QUrlQuery query;
        for (const auto &[name, value] : parameters)
            query.addQueryItem(name, value);
        url.setQuery(query);
        return url;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Monitor> m_monitor;
    QNetworkAccessManager m_network;
    Instant m_now;
};

LINEWATCH_TEST(MonitorWindowsTest)
#include "tst_monitorwindows.moc"

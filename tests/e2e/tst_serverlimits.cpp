// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/heldstore.h"
#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/serverprocess.h"
#include "support/testprogram.h"
#include "support/wireevent.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <semaphore>
#include <thread>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** Servers with limits of their own: from the settings file, and from a system that gives little. */
class ServerLimitsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ServerProcess>(m_folder->path());
    }
    void cleanup()
    {
        QCOMPARE(m_server->stop(), std::optional(0));
        QCOMPARE(m_contract.take(), QStringList());
    }

    void sizesAreThoseOfTheSettings()
    {
        QVERIFY(
            start("bodyBytes=2048 ; with a comment\nbatchEvents=2\nheaderBytes=1024\ntargetBytes=1024\n"));
        ApiClient api = newClient();
        QCOMPARE(api.postBatch({event(u"E-1"_s), event(u"E-2"_s)}).status(), 200);
        QCOMPARE(api.postBatch({event(u"E-3"_s), event(u"E-4"_s), event(u"E-5"_s)}).status(), 413);
        QCOMPARE(api.postRaw('[' + QByteArray(2046, ' ') + ']').status(), 200);
        QCOMPARE(api.postRaw('[' + QByteArray(2047, ' ') + ']').status(), 413);
        QCOMPARE(api.request({"GET", "/healthz?" + QByteArray(1014, 'a')}).status(), 200);
        QCOMPARE(api.request({"GET", "/healthz?" + QByteArray(1016, 'a')}).status(), 414);
        QCOMPARE(api.request({"GET", "/healthz"}, {{"A", QByteArray(1024, 'a')}}).status(), 431);
        QCOMPARE(api.get(u"/events"_s).items().size(), 2);
    }

    void whatTricklesIsCutOffByTheDeadlinesOfTheSettings()
    {
        QVERIFY(start("headerSeconds=1\nbodySeconds=1\nidleSeconds=1\n"));
        HttpClient head(m_server->port(), m_contract);
        QVERIFY(head.connect());
        head.write("GET /healthz HTTP/1.1\r\nHost: a\r\n");
        QCOMPARE(head.readAnswer({"GET", "/healthz"})->status, 408);
        QVERIFY(head.waitForClosed());
        HttpClient body(m_server->port(), m_contract);
        QVERIFY(body.connect());
        body.write("POST /events/batch HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n[");
        QCOMPARE(body.readAnswer({"POST", "/events/batch"})->status, 408);
        QVERIFY(body.waitForClosed());
        HttpClient idle(m_server->port(), m_contract);
        QVERIFY(idle.connect());
        QVERIFY(idle.waitForClosed());
    }

    void aFullQueueTurnsAwayAndStoresNothingOfThat()
    {
        QVERIFY(start("queuedEvents=1\n"));
        QCOMPARE(newClient().postBatch({event(u"first"_s)}).status(), 200);
        auto held = std::make_unique<HeldStore>(m_server->storeFile());
        QVERIFY(held->isHeld());
        // One waits for the store, one in the queue, the others find it full.
        std::array<int, 5> statuses{};
        std::counting_semaphore<> turnedAway(0);
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < statuses.size(); ++i) {
                threads.emplace_back([&, i] {
                    const BatchAnswer answer = newClient().postBatch({event(u"E-%1"_s.arg(i))});
                    statuses[i] = answer.status();
                    if (answer.detail().contains(u"queue is full"_s) && answer.http.header("Retry-After"))
                        turnedAway.release();
                });
            }
            for (int i = 0; i < 3; ++i)
                QVERIFY(turnedAway.try_acquire_for(std::chrono::seconds{60}));
            held.reset();
        }
        ApiClient api = newClient();
        for (std::size_t i = 0; i < statuses.size(); ++i) {
            QVERIFY(statuses[i] == 200 || statuses[i] == 503);
            QCOMPARE(api.get(u"/events/E-%1"_s.arg(i)).status(), statuses[i] == 200 ? 200 : 404);
        }
        QVERIFY(api.get(u"/metrics"_s).http.body.contains("linewatch_batches_turned_away_total 3\n")
                || api.get(u"/metrics"_s).http.body.contains("linewatch_batches_turned_away_total 4\n"));
        QCOMPARE(api.postBatch({event(u"last"_s)}).status(), 200);
    }

    void whoeverIsTurnedAwayTakesNoFilesFromTheStore()
    {
        QVERIFY(startAfter("ulimit -n 200"));
        ApiClient api = newClient();
        QCOMPARE(api.postBatch({event(u"E-1"_s)}).status(), 200);
        std::vector<std::unique_ptr<HttpClient>> others;
        for (int i = 0; i < 200; ++i) {
            others.push_back(std::make_unique<HttpClient>(m_server->port(), m_contract));
            QVERIFY(others.back()->connect());
        }
        const std::optional<HttpAnswer> answer = others.at(100)->readAnswer({});
        QVERIFY(!answer || answer->status == 503);
        // The store is opened for the first question only now.
        QCOMPARE(api.get(u"/events/E-1"_s).status(), 200);
        QCOMPARE(api.postBatch({event(u"E-2"_s)}).status(), 200);
    }

    void aStoreThatCannotGrowKeepsWhatItAnswered()
    {
        QVERIFY(startAfter("trap '' XFSZ; ulimit -f 4096")); // 2 MiB a file
        const auto batch = [](int number) {
            QJsonArray events;
            for (int i = 0; i < 500; ++i)
                events.append(event(u"E-%1-%2"_s.arg(number).arg(i)));
            return events;
        };
        const auto stored = [this] {
            return newClient().getAllItems(u"/events"_s, {{u"limit"_s, u"1000"_s}}).size();
        };
        int taken = 0;
        BatchAnswer answer = newClient().postBatch(batch(taken));
        while (answer.status() == 200)
            answer = newClient().postBatch(batch(++taken));
        QCOMPARE(answer.status(), 503);
        QVERIFY(answer.http.header("Retry-After"));
        QVERIFY(taken > 0);
        QCOMPARE(stored(), taken * 500);
        QCOMPARE(m_server->stop(), std::optional(0));

        m_server = std::make_unique<ServerProcess>(m_folder->path());
        QVERIFY2(m_server->start(), m_server->log().constData());
        QCOMPARE(stored(), taken * 500);
        QCOMPARE(newClient().postBatch(batch(taken)).status(), 200);
        QCOMPARE(stored(), (taken + 1) * 500);
    }

private:
    /** Starts through a shell that runs @p commands first. */
    bool startAfter(const QByteArray &commands)
    {
        const QString script = m_folder->filePath(u"start"_s);
        QFile file(script);
        if (!file.open(QIODevice::WriteOnly))
            return false;
        file.write("#!/bin/sh\n" + commands + "\nexec " LINEWATCHD_FILE " \"$@\"\n");
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        m_server = std::make_unique<ServerProcess>(m_folder->path(), script);
        return m_server->start();
    }
    bool start(const QByteArray &limits)
    {
        const QString path = m_folder->filePath(u"settings.ini"_s);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write("[limits]\n" + limits) > 0 && file.flush()
            && m_server->start({u"--config"_s, path});
    }
    ApiClient newClient() { return ApiClient(m_server->port(), m_contract); }
    static WireEvent event(const QString &id) { return WireEvent(id, u"M-1"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ContractCheck m_contract;
    std::unique_ptr<ServerProcess> m_server;
};

LINEWATCH_TEST(ServerLimitsTest)
#include "tst_serverlimits.moc"

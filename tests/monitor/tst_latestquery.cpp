// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/latestquery.h"

#include "analytics/teststore.h"
#include "model/samples.h"
#include "storage/readablestore.h"
#include "support/testprogram.h"

#include <QSemaphore>
#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using std::chrono::milliseconds;

/** Questions over a real store; a gate holds the reader's thread where a test wants that. */
class LatestQueryTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_store = std::make_unique<TestStore>();
        EventPayload payload;
        payload.machineId = MachineId(std::string("M"));
        m_store->insert("E-1", payload, at("2026-01-15T12:00:00Z"));
        m_readable = std::move(*ReadableStore::open(m_store->url()));
        m_queries = std::make_unique<StoreQueries>([this] { return m_readable->openReader(); });
        m_reads = 0;
        m_heard.clear();
    }
    void cleanup()
    {
        m_gate.release(1000);
        m_queries.reset();
        m_gate.tryAcquire(m_gate.available());
    }

    void anAnswerComesFromTheStoreOnThisThread()
    {
        LatestQuery<bool> query;
        const auto *const here = QThread::currentThread();
        const QThread *asker = nullptr;
        bool found = false;
        query.ask(
            m_queries.get(),
            [](EventReader &reader) -> Result<bool> {
                const auto event = reader.event(EventId(std::string("E-1")));
                if (!event)
                    return event.failure();
                return event->has_value();
            },
            [&](const Result<bool> &answer, milliseconds) {
                asker = QThread::currentThread();
                found = answer && *answer;
            });
        QVERIFY(query.isWaiting());
        QTRY_VERIFY(found);
        QCOMPARE(asker, here);
        QVERIFY(!query.isWaiting());
    }

    void onlyTheNewestIsAnsweredAndNoQueueIsLeftBehind()
    {
        LatestQuery<int> query;
        for (int i = 0; i < 100; ++i)
            ask(query, i);
        m_gate.release(100);
        QTRY_COMPARE(m_heard, QList<int>{99});
        QTest::qWait(50);
        QCOMPARE(m_heard, QList<int>{99});
        QCOMPARE(m_reads.load(), 2); // the first, which had begun, and the newest
    }

    void aCancelledQuestionIsNotAnsweredAndTheNextOneIs()
    {
        LatestQuery<int> query;
        ask(query, 1);
        query.cancel();
        QVERIFY(!query.isWaiting());
        ask(query, 2);
        QVERIFY(query.isWaiting());
        m_gate.release(10);
        QTRY_COMPARE(m_heard, QList<int>{2});
    }

    void whatIsKnownAlreadyIsToldBeforeTheAnswer()
    {
        LatestQuery<int> query;
        askInParts(query, 10);
        QTRY_COMPARE(m_heard, QList<int>{10});
        QVERIFY(query.isWaiting());
        m_gate.release(1);
        QTRY_COMPARE(m_heard, (QList<int>{10, 11}));
        QVERIFY(!query.isWaiting());
    }

    void noPartIsToldToWhoAsksForSomethingElse()
    {
        LatestQuery<int> query;
        m_gate.release(1);
        askInParts(query, 10);
        ask(query, 2);
        m_gate.release(10);
        QTRY_COMPARE(m_heard, QList<int>{2});
        {
            LatestQuery<int> gone;
            askInParts(gone, 20);
            askInParts(query, 30);
            query.cancel();
        }
        m_gate.release(10);
        QTRY_COMPARE(m_reads.load(), 4);
        QTest::qWait(50);
        QCOMPARE(m_heard, QList<int>{2});
    }

    void whoeverAskedMayGo()
    {
        {
            LatestQuery<int> query;
            ask(query, 1);
        }
        m_gate.release(10);
        QTRY_COMPARE(m_reads.load(), 1);
        QTest::qWait(50);
        QVERIFY(m_heard.isEmpty());
    }

    void theStoreMayGoAndAnotherBeAsked()
    {
        LatestQuery<int> query;
        ask(query, 1);
        QTRY_COMPARE(m_reads.load(), 1);
        m_gate.release(10);
        m_queries.reset(); // waits for what is read; its answer is not heard any more
        QVERIFY(!query.isWaiting());
        m_queries = std::make_unique<StoreQueries>([this] { return m_readable->openReader(); });
        ask(query, 2);
        QTRY_COMPARE(m_heard, QList<int>{2});
    }

    void withoutAStoreTheFailureIsHeardAtOnce()
    {
        LatestQuery<int> query;
        std::optional<Failure> failure;
        query.ask(
            nullptr, [](EventReader &) -> Result<int> { return 1; },
            [&](const Result<int> &answer, milliseconds) { failure = answer.failure(); });
        QVERIFY(failure);
        QCOMPARE(failure->kind, Failure::Kind::Unavailable);
    }

    void aStoreThatCannotBeOpenedIsAFailure()
    {
        StoreQueries queries([]() -> Result<std::unique_ptr<EventReader>> {
            return Failure{Failure::Kind::ConnectionLost, QStringLiteral("it is away")};
        });
        LatestQuery<int> query;
        QString why;
        query.ask(
            &queries, [](EventReader &) -> Result<int> { return 1; },
            [&](const Result<int> &answer, milliseconds) {
                why = answer ? QString() : answer.failure().message;
            });
        QTRY_COMPARE(why, QStringLiteral("it is away"));
    }

private:
    void ask(LatestQuery<int> &query, int number)
    {
        query.ask(
            m_queries.get(),
            [this, number](EventReader &) -> Result<int> {
                ++m_reads;
                m_gate.acquire();
                return number;
            },
            [this](const Result<int> &answer, milliseconds) { m_heard += answer ? *answer : -1; });
    }

    /** Tells @p number, and answers the next when the gate lets it. */
    void askInParts(LatestQuery<int> &query, int number)
    {
        query.askInParts(
            m_queries.get(),
            [this, number](EventReader &, const TellPart<int> &tell) -> Result<int> {
                ++m_reads;
                tell(number);
                m_gate.acquire();
                return number + 1;
            },
            [this](int part) { m_heard += part; },
            [this](const Result<int> &answer, milliseconds) { m_heard += answer ? *answer : -1; });
    }

    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<ReadableStore> m_readable;
    std::unique_ptr<StoreQueries> m_queries;
    QSemaphore m_gate;
    std::atomic<int> m_reads = 0;
    QList<int> m_heard;
};

LINEWATCH_TEST(LatestQueryTest)
#include "tst_latestquery.moc"

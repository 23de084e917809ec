// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingestqueue.h"

#include "model/samples.h"
#include "support/testprogram.h"

#include <atomic>
#include <thread>

using namespace linewatch;
using namespace linewatch::test;

namespace {

PendingBatch batchOf(std::size_t events, const std::string &sender = {})
{
    PendingBatch batch;
    batch.events.resize(events);
    batch.sender = sender;
    return batch;
}

bool push(IngestQueue &queue, std::size_t events, const std::string &sender = {})
{
    PendingBatch batch = batchOf(events, sender);
    return queue.push(batch);
}

std::string sendersOf(const std::optional<std::vector<PendingBatch>> &group)
{
    std::string senders;
    for (const PendingBatch &batch : group.value())
        senders += batch.sender;
    return senders;
}

} // namespace

class IngestQueueTest : public QObject
{
    Q_OBJECT

private slots:
    void isBoundedByEvents()
    {
        IngestQueue queue(10);
        QVERIFY(push(queue, 4));
        QVERIFY(push(queue, 6));
        QVERIFY(!push(queue, 1));
        QCOMPARE(queue.depth(), std::size_t{2});
    }

    void aGroupWaitsForThoseWhoAreExpected()
    {
        IngestQueue queue(10);
        QVERIFY(push(queue, 2, "a"));
        std::jthread sender([&queue] {
            QThread::msleep(20);
            push(queue, 3, "b");
        });
        QCOMPARE(sendersOf(queue.takeGroup(100, {.events = 5, .atMost = std::chrono::minutes{1}})), "ab");
    }

    void aGroupDoesNotWaitLongerThanItMay()
    {
        IngestQueue queue(10);
        QVERIFY(push(queue, 2, "a"));
        QCOMPARE(sendersOf(queue.takeGroup(100, {.events = 5, .atMost = std::chrono::milliseconds{5}})), "a");
    }

    void theEndKeepsNobodyWaiting()
    {
        IngestQueue queue(10);
        QVERIFY(push(queue, 2, "a"));
        queue.close();
        QCOMPARE(sendersOf(queue.takeGroup(100, {.events = 5, .atMost = std::chrono::hours{1}})), "a");
    }

    void takingMakesRoom()
    {
        IngestQueue queue(10);
        QVERIFY(push(queue, 10));
        QVERIFY(!push(queue, 10));
        queue.takeGroup(100);
        QVERIFY(push(queue, 10));
    }

    void anEmptyQueueTakesAnyBatch()
    {
        IngestQueue queue(10);
        QVERIFY(push(queue, 1000));
        QVERIFY(!push(queue, 1));
        QCOMPARE(queue.takeGroup(5)->size(), std::size_t{1});
        QVERIFY(push(queue, 1));
    }

    void aBatchTurnedAwayIsUntouched()
    {
        IngestQueue queue(10);
        QVERIFY(push(queue, 10));
        PendingBatch batch = batchOf(3, "10.0.0.1");
        bool answered = false;
        batch.done = [&answered](const Result<BatchResult> &) { answered = true; };
        QVERIFY(!queue.push(batch));
        QCOMPARE(batch.events.size(), std::size_t{3});
        QVERIFY(batch.sender == "10.0.0.1");
        QVERIFY(batch.done);
        QVERIFY(!answered);
    }

    void groupsKeepTheOrderAndTheirBound()
    {
        IngestQueue queue(100);
        for (const char *sender : {"a", "b", "c", "d"})
            QVERIFY(push(queue, 4, sender));
        QVERIFY(sendersOf(queue.takeGroup(8)) == "ab");
        QVERIFY(sendersOf(queue.takeGroup(7)) == "c");
        QVERIFY(sendersOf(queue.takeGroup(1)) == "d"); // a single larger one goes alone
        QCOMPARE(queue.depth(), std::size_t{0});
    }

    void aLargeBatchNeverOvertakesNorIsOvertaken()
    {
        IngestQueue queue(100);
        QVERIFY(push(queue, 1, "a"));
        QVERIFY(push(queue, 50, "b"));
        QVERIFY(push(queue, 1, "c"));
        QVERIFY(sendersOf(queue.takeGroup(10)) == "a");
        QVERIFY(sendersOf(queue.takeGroup(10)) == "b");
        QVERIFY(sendersOf(queue.takeGroup(10)) == "c");
    }

    void batchesWithoutEventsGoThroughToo()
    {
        IngestQueue queue(1);
        QVERIFY(push(queue, 0, "a"));
        QVERIFY(push(queue, 1, "b"));
        QVERIFY(push(queue, 0, "c"));
        QVERIFY(sendersOf(queue.takeGroup(10)) == "abc");
    }

    void aClosedQueueGivesWhatItHasAndTakesNoMore()
    {
        IngestQueue queue(10);
        QVERIFY(push(queue, 1, "a"));
        queue.close();
        QVERIFY(!push(queue, 1, "b"));
        QVERIFY(sendersOf(queue.takeGroup(10)) == "a");
        QVERIFY(!queue.takeGroup(10));
        QVERIFY(!queue.takeGroup(10));
    }

    void closingEndsTheWait()
    {
        IngestQueue queue(10);
        bool hasTaken = true;
        std::thread taker([&] { hasTaken = queue.takeGroup(10).has_value(); });
        queue.close();
        taker.join();
        QVERIFY(!hasTaken);
    }

    void patienceEndsTheWaitWithNothingInHand()
    {
        IngestQueue queue(10);
        const auto group = queue.takeGroup(10, {}, std::chrono::milliseconds{1});
        QVERIFY(group && group->empty());
        QVERIFY(push(queue, 1, "a"));
        QVERIFY(sendersOf(queue.takeGroup(10, {}, std::chrono::milliseconds{0})) == "a");
        queue.close();
        QVERIFY(!queue.takeGroup(10, {}, std::chrono::hours{1}));
    }

    void whatIsPushedByManyThreadsIsTakenOnceAndInEachOnesOrder()
    {
        constexpr int producers = 4;
        constexpr int batches = 500;
        IngestQueue queue(20);
        std::vector<int> next(producers, 0);
        int outOfOrder = 0;
        std::thread taker([&] {
            while (const auto group = queue.takeGroup(7)) {
                for (const PendingBatch &batch : *group) {
                    const auto producer = static_cast<std::size_t>(batch.sender.at(0) - 'a');
                    outOfOrder += next[producer]++ == std::stoi(batch.sender.substr(1)) ? 0 : 1;
                }
            }
        });
        std::vector<std::thread> threads;
        for (int producer = 0; producer < producers; ++producer) {
            threads.emplace_back([&queue, producer] {
                for (int i = 0; i < batches; ++i) {
                    PendingBatch batch = batchOf(static_cast<std::size_t>(i % 5),
                                                 static_cast<char>('a' + producer) + std::to_string(i));
                    while (!queue.push(batch)) // full: it is taken from all the time
                        std::this_thread::yield();
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        queue.close();
        taker.join();
        QCOMPARE(outOfOrder, 0);
        QVERIFY(next == std::vector<int>(producers, batches));
    }
};

LINEWATCH_TEST(IngestQueueTest)
#include "tst_ingestqueue.moc"

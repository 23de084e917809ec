// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/answerbox.h"
#include "support/testprogram.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace linewatch::http;

class AnswerBoxTest : public QObject
{
    Q_OBJECT

private slots:
    void wakesItsReceiverForAnswersFromManyThreads()
    {
        constexpr int threadCount = 4;
        constexpr int answersEach = 200;
        std::vector<AnswerBox::Answer> got;
        AnswerBox box(this, [&] {
            box.hold();
            for (auto &answer : box.take())
                got.push_back(std::move(answer));
            box.release();
        });
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < threadCount; ++thread) {
            threads.emplace_back([&box] {
                for (quint64 i = 0; i < answersEach; ++i)
                    box.put(i, {});
            });
        }
        QTRY_COMPARE(got.size(), static_cast<std::size_t>(threadCount * answersEach));
    }

    void doesNotWakeAReceiverThatLooksAnyway()
    {
        int woken = 0;
        AnswerBox box(this, [&woken] { ++woken; });
        box.hold();
        box.put(1, {});
        QCOMPARE(box.take().size(), 1u);
        box.release();
        QCoreApplication::sendPostedEvents(this);
        QCOMPARE(woken, 0);

        box.hold();
        box.put(2, {});
        box.release();
        QCoreApplication::sendPostedEvents(this);
        QCOMPARE(woken, 1);
    }

    void dropsWhatComesAfterItsReceiver()
    {
        auto receiver = std::make_unique<QObject>();
        std::atomic<int> woken = 0;
        AnswerBox box(receiver.get(), [&woken] { ++woken; });
        std::atomic<bool> go = false;
        std::jthread sender([&] {
            go.wait(false);
            for (quint64 i = 0; i < 10'000; ++i)
                box.put(i, {});
        });
        go = true;
        go.notify_all();
        box.close();
        receiver.reset();
        sender.join();
        QVERIFY(box.take().empty());
        QCOMPARE(woken, 0);
    }
};

LINEWATCH_TEST(AnswerBoxTest)
#include "tst_answerbox.moc"

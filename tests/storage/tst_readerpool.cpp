// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/readerpool.h"
#include "storage/storefactory.h"
#include "support/testprogram.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <latch>

using namespace linewatch;

class TestReaderPool : public QObject
{
    Q_OBJECT

private slots:
    void everyQuestionTakenIsAnswered();
    void whatWaitsWhenThePoolEndsIsToldSo();
    void aFullPoolTakesNoMore();
    void aStoreThatCannotBeOpenedIsAnAnswerAndIsTriedAgain();

private:
    static ReaderPool::Open opener(const StoreFactory &store)
    {
        return [&store] { return store.openReader(); };
    }
};

void TestReaderPool::everyQuestionTakenIsAnswered()
{
    const QTemporaryDir folder;
    const auto store = StoreFactory::open({folder.filePath(QStringLiteral("a.db"))});
    QVERIFY(store);
    constexpr int questions = 500;
    std::atomic<int> answered{0};
    std::latch asked(questions);
    ReaderPool pool(opener(**store), 3);
    for (int i = 0; i < questions; ++i) {
        QVERIFY(pool.ask([&](Result<EventReader *> reader) {
            if (reader && (*reader)->sources())
                ++answered;
            asked.count_down();
        }));
    }
    asked.wait();
    QCOMPARE(answered.load(), questions);
}

void TestReaderPool::whatWaitsWhenThePoolEndsIsToldSo()
{
    const QTemporaryDir folder;
    const auto store = StoreFactory::open({folder.filePath(QStringLiteral("a.db"))});
    QVERIFY(store);
    std::latch busy(1);
    std::latch letGo(1);
    std::atomic<int> answered{0};
    int told = 0;
    {
        ReaderPool pool(opener(**store), 1);
        QVERIFY(pool.ask([&](const Result<EventReader *> &reader) {
            busy.count_down();
            letGo.wait();
            answered += reader.ok();
        }));
        busy.wait();
        for (int i = 0; i < 10; ++i) {
            QVERIFY(pool.ask([&](const Result<EventReader *> &reader) {
                if (!reader && reader.failure().kind == Failure::Kind::Unavailable && ++told == 10)
                    letGo.count_down(); // the one that was begun is waited for all the same
            }));
        }
    }
    QCOMPARE(told, 10);
    QCOMPARE(answered.load(), 1);
}

void TestReaderPool::aFullPoolTakesNoMore()
{
    const QTemporaryDir folder;
    const auto store = StoreFactory::open({folder.filePath(QStringLiteral("a.db"))});
    QVERIFY(store);
    std::latch busy(1);
    std::latch letGo(1);
    std::size_t taken = 0;
    bool turnedAway = false;
    {
        ReaderPool pool(opener(**store), 1);
        QVERIFY(pool.ask([&](const Result<EventReader *> &) {
            busy.count_down();
            letGo.wait();
        }));
        busy.wait();
        while (taken <= ReaderPool::MaxWaiting && pool.ask([](const Result<EventReader *> &) {}))
            ++taken;
        turnedAway = !pool.ask([](const Result<EventReader *> &) {});
        letGo.count_down();
    }
    QCOMPARE(taken, ReaderPool::MaxWaiting);
    QVERIFY(turnedAway);
}

void TestReaderPool::aStoreThatCannotBeOpenedIsAnAnswerAndIsTriedAgain()
{
    const QTemporaryDir folder;
    const auto store = StoreFactory::open({folder.filePath(QStringLiteral("a.db"))});
    QVERIFY(store);
    std::atomic<int> tries{0};
    std::atomic<int> failed{0};
    std::atomic<int> answered{0};
    std::latch asked(3);
    {
        ReaderPool pool(
            [&]() -> Result<std::unique_ptr<EventReader>> {
                if (++tries == 1)
                    return Failure{Failure::Kind::Unavailable, QStringLiteral("away")};
                return (*store)->openReader();
            },
            1);
        for (int i = 0; i < 3; ++i)
            QVERIFY(pool.ask([&](const Result<EventReader *> &reader) {
                reader ? ++answered : ++failed;
                asked.count_down();
            }));
        asked.wait();
    }
    QCOMPARE(failed.load(), 1);
    QCOMPARE(answered.load(), 2);
    QCOMPARE(tries.load(), 2);
}

LINEWATCH_TEST(TestReaderPool)
#include "tst_readerpool.moc"

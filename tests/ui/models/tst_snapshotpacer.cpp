// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/models/snapshotpacer.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;

namespace {

LiveSnapshotPtr numbered(std::uint64_t number)
{
    LiveSnapshot snapshot;
    snapshot.number = number;
    return shared(std::move(snapshot));
}

/** What a pacer let through. */
struct Seen : QObject {
    explicit Seen(SnapshotPacer &pacer)
    {
        connect(&pacer, &SnapshotPacer::due, this,
                [this](const LiveSnapshotPtr &snapshot) { numbers.push_back(snapshot->number); });
    }
    std::vector<std::uint64_t> numbers;
};

} // namespace

class TestSnapshotPacer : public QObject
{
    Q_OBJECT

private slots:
    void theFirstIsLetThroughAtOnce();
    void ofManyOnlyTheNewestFollows();
    void whilePausedNothingPasses();
    void afterThePauseTheNewestPasses();
};

void TestSnapshotPacer::theFirstIsLetThroughAtOnce()
{
    SnapshotPacer pacer(std::chrono::hours{1});
    const Seen seen(pacer);
    pacer.offer(numbered(1));
    QCOMPARE(seen.numbers, std::vector<std::uint64_t>({1}));
}

void TestSnapshotPacer::ofManyOnlyTheNewestFollows()
{
    SnapshotPacer pacer(std::chrono::milliseconds{20});
    const Seen seen(pacer);
    for (std::uint64_t number = 1; number <= 50; ++number)
        pacer.offer(numbered(number));
    QTRY_COMPARE(seen.numbers, std::vector<std::uint64_t>({1, 50}));
}

void TestSnapshotPacer::whilePausedNothingPasses()
{
    SnapshotPacer pacer(std::chrono::milliseconds{0});
    const Seen seen(pacer);
    pacer.setPaused(true);
    pacer.offer(numbered(1));
    QVERIFY(seen.numbers.empty());
}

void TestSnapshotPacer::afterThePauseTheNewestPasses()
{
    SnapshotPacer pacer(std::chrono::milliseconds{0});
    const Seen seen(pacer);
    pacer.setPaused(true);
    pacer.offer(numbered(1));
    pacer.offer(numbered(2));
    pacer.setPaused(false);
    QCOMPARE(seen.numbers, std::vector<std::uint64_t>({2}));
    pacer.setPaused(true);
    pacer.setPaused(false);
    QCOMPARE(seen.numbers.size(), 1U);
}

LINEWATCH_TEST(TestSnapshotPacer)
#include "tst_snapshotpacer.moc"

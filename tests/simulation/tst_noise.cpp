// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/brokenelement.h"
#include "simulation/eventjson.h"
#include "simulation/noise.h"
#include "simulation/oracle.h"
#include "simulation/runplan.h"
#include "support/testprogram.h"

#include <QTest>

#include <set>

using namespace linewatch;
using namespace linewatch::simulation;
using namespace std::chrono_literals;

namespace {

const Instant start = std::chrono::sys_days{std::chrono::year{2026} / 1 / 15} + 6h;

NoisyStream makeStream(NoiseSettings noise, std::uint64_t seed, std::size_t batch, std::uint64_t count)
{
    const auto layout = std::make_shared<const PlantLayout>(makeTestPlant(20, 4, "S1-"));
    std::vector<std::size_t> machines(20);
    for (std::size_t i = 0; i < machines.size(); ++i)
        machines[i] = i;
    return {Plant(layout, machines, Random(seed, 0), start, 1.0), noise, Random(seed, 1), batch, count};
}

std::array<double, NoiseKindCount> sharesOf(NoisyStream stream, std::uint64_t count)
{
    std::array<double, NoiseKindCount> shares{};
    while (!stream.finished()) {
        for (const Element &element : stream.next().elements)
            shares[static_cast<std::size_t>(element.kind)] += 100.0 / static_cast<double>(count);
    }
    return shares;
}

constexpr NoiseSettings heavy{
    .duplicates = 15, .corrections = 20, .reordered = 15, .skewed = 5, .invalid = 5, .moves = true};

} // namespace

class TestNoise : public QObject
{
    Q_OBJECT

private slots:
    void sameSeedGivesTheSameBytes()
    {
        NoisyStream one = makeStream(heavy, 1, 100, 5'000);
        NoisyStream two = makeStream(heavy, 1, 100, 5'000);
        while (!one.finished())
            QCOMPARE(toJson(one.next()), toJson(two.next()));
        QVERIFY(two.finished());
    }

    void sameOptionsPlanTheSameRun()
    {
        Options options;
        options.endpoints = {QUrl(QStringLiteral("http://127.0.0.1:8080"))};
        options.seed = 42;
        std::vector<PostingPlan> one = planRun(options, start);
        std::vector<PostingPlan> two = planRun(options, start);
        QCOMPARE(one.size(), static_cast<std::size_t>(options.connections));
        for (std::size_t i = 0; i < one.size(); ++i)
            QCOMPARE(toJson(one[i].stream.next()), toJson(two[i].stream.next()));
        QVERIFY(toJson(one[0].stream.next()) != toJson(one[1].stream.next()));
    }

    void batchesAreFullAndTheCountIsExact()
    {
        NoisyStream stream = makeStream(heavy, 2, 70, 1'000);
        std::size_t count = 0;
        while (!stream.finished()) {
            const std::size_t size = stream.next().elements.size();
            count += size;
            QVERIFY(size == 70 || stream.finished());
        }
        QCOMPARE(count, std::size_t{1'000});
        QVERIFY(stream.next().elements.empty());
    }

    void percentagesHold_data()
    {
        QTest::addColumn<int>("batch");
        QTest::newRow("small batches") << 10;
        QTest::newRow("large batches") << 1'000;
    }

    void percentagesHold()
    {
        QFETCH(int, batch);
        constexpr std::uint64_t count = 50'000;
        const NoiseSettings asked{
            .duplicates = 5, .corrections = 3, .reordered = 2, .skewed = 1, .invalid = 1, .moves = true};
        const auto shares = sharesOf(makeStream(asked, 3, static_cast<std::size_t>(batch), count), count);
        const std::array<double, NoiseKindCount> expected{88, 5, 3, 2, 1, 1};
        for (std::size_t kind = 0; kind < NoiseKindCount; ++kind)
            QVERIFY2(std::abs(shares[kind] - expected[kind]) < 0.1 * expected[kind] + 0.05,
                     qPrintable(QStringLiteral("kind %1: %2 %").arg(kind).arg(shares[kind])));
    }

    void withoutNoiseEveryEventIsNew()
    {
        Oracle oracle(start + 240h);
        NoisyStream stream = makeStream({0, 0, 0, 0, 0, true}, 4, 100, 2'000);
        while (!stream.finished()) {
            for (const Outcome &outcome : oracle.expect(stream.next()))
                QCOMPARE(outcome, Outcome::accepted());
        }
    }

    void everyOutcomeAndEveryReasonOccurs()
    {
        std::set<OutcomeStatus> statuses;
        std::set<DedupDetail> details;
        std::set<RejectReason> reasons;
        Oracle oracle(start - 1h);
        NoisyStream stream = makeStream(heavy, 5, 100, 5'000);
        while (!stream.finished()) {
            for (const Outcome &outcome : oracle.expect(stream.next())) {
                statuses.insert(outcome.status);
                details.insert(outcome.detail);
                reasons.insert(outcome.reason);
            }
        }
        QCOMPARE(statuses.size(), std::size_t{4});
        QCOMPARE(details.size(), std::size_t{3});
        for (std::size_t reason = 0; reason < RejectReasonCount; ++reason) {
            // These two depend on other writers and on the server's retention, which no sender knows.
            const auto each = static_cast<RejectReason>(reason);
            const bool serverAlone =
                each == RejectReason::ConcurrencyFailure || each == RejectReason::EventTooOld;
            QVERIFY2(reasons.contains(each) != serverAlone, std::string(wireName(each)).c_str());
        }
    }

    void everyWayToBreakIsTaken()
    {
        IncomingEvent good;
        good.eventId = EventId(std::string("E-1"));
        std::set<std::string> texts;
        for (std::size_t way = 0; way < 2 * waysToBreak(); way += 2)
            texts.insert(breakElement(good, way).json);
        QCOMPARE(texts.size(), waysToBreak());
    }

    void postingABatchAgainChangesNothing_data()
    {
        QTest::addColumn<int>("batch");
        QTest::newRow("tiny") << 3;
        QTest::newRow("small") << 50;
        QTest::newRow("large") << 2'000;
    }

    void postingABatchAgainChangesNothing()
    {
        QFETCH(int, batch);
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            Oracle oracle(start - 1h);
            NoisyStream stream = makeStream(heavy, seed, static_cast<std::size_t>(batch), 10'000);
            while (!stream.finished()) {
                const Batch posted = stream.next();
                oracle.expect(posted);
                for (const Outcome &outcome : oracle.expectRepeated(posted))
                    QVERIFY(outcome.status == OutcomeStatus::Deduped
                            || outcome.status == OutcomeStatus::Rejected);
            }
        }
    }

    void eventsNeverLieFarAheadOfThePlant()
    {
        NoisyStream stream = makeStream(heavy, 7, 100, 20'000);
        while (!stream.finished()) {
            const Batch batch = stream.next();
            for (const Element &element : batch.elements) {
                if (const auto *event = std::get_if<IncomingEvent>(&element.content))
                    QVERIFY(event->payload.eventTime < batch.due + 10min);
            }
        }
    }

    void pacedRunBeginsNowAndOtherRunsEndNow()
    {
        Options options;
        options.endpoints = {QUrl(QStringLiteral("http://127.0.0.1:8080"))};
        options.rate = 1'000;
        QVERIFY(planRun(options, start).front().stream.next().due >= start);

        options.rate = 0;
        for (PostingPlan &plan : planRun(options, start)) {
            Instant last;
            while (!plan.stream.finished())
                last = plan.stream.next().due;
            QVERIFY(last < start + 10min);
            QVERIFY(last > start - 30min);
        }
    }
};

LINEWATCH_TEST(TestNoise)
#include "tst_noise.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/histogram.h"

#include "model/dice.h"
#include "support/testprogram.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

class HistogramTest : public QObject
{
    Q_OBJECT

private slots:
    void isEmptyAtFirst()
    {
        const Histogram::Reading reading = Histogram().read();
        for (const std::uint64_t count : reading.cumulative)
            QCOMPARE(count, std::uint64_t{0});
        QCOMPARE(reading.sumSeconds, 0.0);
    }

    void aBoundBelongsToItsBucket()
    {
        Histogram histogram;
        histogram.add(1ms);       // le 0.001
        histogram.add(1ms + 1us); // le 0.0025
        histogram.add(5s);        // le 5
        histogram.add(5s + 1us);  // the rest
        const auto counts = histogram.read().cumulative;
        QCOMPARE(counts[0], std::uint64_t{1});
        QCOMPARE(counts[1], std::uint64_t{2});
        QCOMPARE(counts[10], std::uint64_t{2});
        QCOMPARE(counts[11], std::uint64_t{3});
        QCOMPARE(counts[12], std::uint64_t{4});
        QCOMPARE(histogram.read().sumSeconds, 10.002002);
    }

    void countsAreThoseOfBruteForce()
    {
        Dice dice(13);
        Histogram histogram;
        std::vector<std::chrono::microseconds> all;
        for (int i = 0; i < 5000; ++i) {
            all.emplace_back(dice.between(0, dice.chance(50) ? 10'000 : 8'000'000));
            histogram.add(all.back());
        }
        const Histogram::Reading reading = histogram.read();
        for (std::size_t i = 0; i < Histogram::Bounds.size(); ++i) {
            const auto upTo = std::count_if(all.begin(), all.end(), [i](std::chrono::microseconds duration) {
                return std::chrono::duration<double>(duration).count() <= Histogram::Bounds[i];
            });
            QCOMPARE(reading.cumulative[i], static_cast<std::uint64_t>(upTo));
        }
        QCOMPARE(reading.cumulative.back(), std::uint64_t{5000});
    }

    void threadsAddWithoutLosingAny()
    {
        Histogram histogram;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&histogram] {
                for (int n = 0; n < 5000; ++n)
                    histogram.add(std::chrono::microseconds{n});
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(histogram.read().cumulative.back(), std::uint64_t{20'000});
        QCOMPARE(histogram.read().sumSeconds, 4 * 12.4975);
    }
};

LINEWATCH_TEST(HistogramTest)
#include "tst_histogram.moc"

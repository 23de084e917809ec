// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/machinesteps.h"

#include "model/dice.h"
#include "model/samples.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

class MachineStepsTest : public QObject
{
    Q_OBJECT

private slots:
    void stepsAreRound_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("stepMinutes");
        QTest::newRow("15 minutes") << 15 << 1;
        QTest::newRow("1 hour") << 60 << 1;
        QTest::newRow("8 hours") << 480 << 5;
        QTest::newRow("a day") << 1440 << 10;
        QTest::newRow("a week") << 7 * 1440 << 120;
        QTest::newRow("75 days") << 75 * 1440 << 720;
    }
    void stepsAreRound()
    {
        QFETCH(int, minutes);
        QFETCH(int, stepMinutes);
        const Instant start = at("2026-01-15T10:07:00Z");
        const MachineSteps steps = machineSteps({start, start + std::chrono::minutes{minutes}});
        QCOMPARE(steps.step, std::chrono::minutes{stepMinutes});
    }

    void theyCoverAnyWindowSideBySide()
    {
        Dice dice(3);
        const Instant begin = at("2026-01-01T00:00:00Z");
        for (int round = 0; round < 300; ++round) {
            const auto length =
                std::chrono::microseconds{dice.between(1, std::int64_t{1} << dice.between(1, 50))};
            const Instant start = dice.between(begin, begin + 100h);
            const TimeWindow window{start, start + length};
            const MachineSteps steps = machineSteps(window);
            QVERIFY(!steps.spans.empty() && steps.spans.size() <= 152);
            QCOMPARE(text(steps.spans.front().start), text(window.start));
            QCOMPARE(text(steps.spans.back().end), text(window.end));
            for (std::size_t i = 0; i < steps.spans.size(); ++i) {
                QVERIFY(steps.spans[i].isValid());
                const bool isCut = i == 0 || i + 1 == steps.spans.size();
                QVERIFY(isCut ? steps.spans[i].length() <= steps.step
                              : steps.spans[i].length() == steps.step);
                if (i > 0)
                    QCOMPARE(text(steps.spans[i].start), text(steps.spans[i - 1].end));
            }
        }
    }

    void removedTimeIsInWholeHours()
    {
        const TimeWindow window{at("2026-01-15T10:00:00Z"), at("2026-01-15T12:30:00Z")};
        const MachineSteps steps = machineSteps(window, at("2026-01-15T11:00:00Z"));
        QCOMPARE(steps.step, 1h);
        QCOMPARE(steps.spans.size(), 3U);
        QCOMPARE(text(steps.spans[1].start), QStringLiteral("2026-01-15T11:00:00Z"));
    }
};

LINEWATCH_TEST(MachineStepsTest)
#include "tst_machinesteps.moc"

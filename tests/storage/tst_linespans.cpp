// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dice.h"
#include "model/samples.h"
#include "storage/linespans.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant noon = at("2026-01-15T12:00:00Z");

Source sourceWith(const LineAssignments &assignments, const std::string &stated = {})
{
    Source source;
    source.machineId = MachineId(std::string("M"));
    source.statedLine = LineId(stated);
    source.assignments = assignments;
    return source;
}

LineAssignments anyAssignments(Dice &dice)
{
    static const std::vector<std::string> lines{"A", "B", "", "M"};
    LineAssignments assignments;
    for (std::int64_t i = dice.between(0, 5); i > 0; --i) {
        const std::optional<Instant> from = dice.chance(20)
            ? std::nullopt
            : std::optional(noon + std::chrono::minutes{dice.between(-300, 300)});
        assignments = withAssignment(assignments, {from, LineId(dice.pick(lines))});
    }
    return assignments;
}

} // namespace

class LineSpansTest : public QObject
{
    Q_OBJECT

private slots:
    void spansFillTheWindowAndSayWhatEachMomentSays()
    {
        Dice dice(2);
        for (int i = 0; i < 500; ++i) {
            const Source source = sourceWith(anyAssignments(dice), dice.chance(10) ? "S" : "");
            const Instant start = noon + std::chrono::minutes{dice.between(-400, 300)};
            const TimeWindow window{start, start + std::chrono::minutes{dice.between(1, 500)}};
            const Instant horizon = noon + std::chrono::hours{dice.between(-8, 8)};
            const bool isRemoved = dice.chance(50);
            const auto spans = lineSpans(source, window, isRemoved ? horizon : NothingRemoved);
            QVERIFY(!spans.empty());
            QCOMPARE(spans.front().window.start, window.start);
            QCOMPARE(spans.back().window.end, window.end);
            for (std::size_t j = 0; j < spans.size(); ++j) {
                QVERIFY(spans[j].window.isValid());
                if (j > 0) {
                    QCOMPARE(spans[j].window.start, spans[j - 1].window.end);
                    QVERIFY(spans[j].line != spans[j - 1].line);
                }
            }
            for (Instant moment = window.start; moment < window.end; moment += 1min) {
                LineId expected = source.lineAt(moment);
                if (isRemoved && moment < horizon) // an hour counts for what its last change says
                    expected = source.lineAt(bucketStart(moment, BucketWidth::Hour) + 1h - 1us);
                const auto span = std::ranges::find_if(
                    spans, [moment](const LineSpan &each) { return each.window.contains(moment); });
                QCOMPARE(span->line.toString(), expected.toString());
            }
        }
    }

    void allTimeHasEveryLine()
    {
        const Source source = sourceWith({{noon, LineId(std::string("A"))}, {noon + 1h, {}}});
        QCOMPARE(linesOf(source).size(), std::size_t{2});
        QCOMPARE(lineSpans(source, {Instant::min(), Instant::max()}).size(), std::size_t{3});
        QCOMPARE(linesOf(sourceWith({{noon, LineId(std::string("A"))}}, "S")),
                 std::vector<LineId>{LineId(std::string("S"))});
    }
};

LINEWATCH_TEST(LineSpansTest)
#include "tst_linespans.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/charts/gappedsparkline.h"
#include "ui/madeplant.h"
#include "ui/models/comparedtrends.h"
#include "ui/models/comparison.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

const TimeWindow window{madeNow() - 1h, madeNow()};
const TimeWindow before{madeNow() - 2h, madeNow() - 1h};

GroupFigures figures(TimeWindow of, Totals totals)
{
    return {of, totals.events > 0 ? 2 : 0, totals};
}

QStringList differences(const GroupFigures &shown, const GroupFigures &other)
{
    QStringList texts;
    for (const ComparedFigure &figure : compareFigures(shown, other, madeFormats()))
        texts << figure.difference;
    return texts;
}

/** @p values by step; nothing is a gap. */
Trend trendOf(TimeWindow of, std::chrono::seconds step, const std::vector<std::optional<double>> &values)
{
    Trend trend{.window = of, .step = step, .samples = {}};
    for (std::size_t i = 0; i < values.size(); ++i) {
        TrendSample sample;
        const Instant start = of.start + static_cast<std::int64_t>(i) * step;
        sample.span = {start, std::min(of.end, start + step)};
        sample.events = values[i];
        trend.samples.push_back(sample);
    }
    return trend;
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private slots:
    void differencesHaveASignAndAUnit()
    {
        const QStringList found = differences(figures(window, {1'000, 3'600'000, 12, 0}),
                                              figures(before, {1'250, 5'400'000, 10, 125}));
        QCOMPARE(found,
                 (QStringList{QStringLiteral("+2.00"), QStringLiteral("+0.40"),
                              QString::fromUtf8("\u221225.0 points"), QStringLiteral("+2"),
                              QString::fromUtf8("\u2212250"), QString::fromUtf8("\u221230 min"),
                              QString::fromUtf8("\u221210.0 points"), QStringLiteral("0")}));
    }

    void nothingIsSubtractedFromNothing()
    {
        const QString nothing(dash);
        const QStringList found = differences(figures(window, {10, 1'000, 1, 0}), figures(before, {}));
        for (int i = 0; i < 7; ++i)
            QCOMPARE(found.at(i), nothing);
    }

    void sumsOfWindowsOfOtherLengthAreNotSubtracted()
    {
        const TimeWindow longer{before.start - 1h, before.end};
        const QStringList found =
            differences(figures(window, {100, 1'000, 10, 0}), figures(longer, {100, 1'000, 10, 0}));
        QCOMPARE(found.at(0), QStringLiteral("+5.00")); // rates are comparable
        for (const int sum : {3, 4, 5})
            QCOMPARE(found.at(sum), QString(dash));
    }

    void theTableIsAModel()
    {
        ComparisonModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const std::int64_t events : {10, 20}) {
            model.show(compareFigures(figures(window, {events, 1'000, 1, 0}),
                                      figures(before, {5, 1'000, 1, 0}), madeFormats()),
                       QStringLiteral("Press 2"), QStringLiteral("Weld 1"));
            QCOMPARE(model.rowCount(), 8);
            QCOMPARE(model.index(4, ComparisonModel::Shown).data().toString(), QString::number(events));
            QCOMPARE(model.index(4, ComparisonModel::Difference).data().toString(),
                     QStringLiteral("+%1").arg(events - 5));
        }
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Press 2"));
        QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Weld 1"));
    }

    void trendsLieOnOneAxisFromTheirStart()
    {
        const Trend shown = trendOf(window, 1min, {1, 2, 3, std::nullopt, 5});
        const auto lines = comparedLines(shown, &TrendSample::events, 1min);
        QCOMPARE(lines.size(), std::size_t{2});
        QCOMPARE(lines[0], (QList<QPointF>{{0, 1}, {1, 2}, {2, 3}}));
        QCOMPARE(lines[1].size(), 2); // a dash
        // In columns that are twice as wide.
        QCOMPARE(comparedLines(shown, &TrendSample::events, 2min)[0][1], QPointF(0.25, 2));
        QCOMPARE(comparedValue(shown, &TrendSample::events, 1min, 2).value(), 3);
        QVERIFY(!comparedValue(shown, &TrendSample::events, 1min, 3));
        QVERIFY(!comparedValue(shown, &TrendSample::events, 1min, 9));
    }

    void timeIsRelativeWhereWindowsDiffer()
    {
        ComparedTrends trends{{QStringLiteral("a"), trendOf(window, 1min, {1})},
                              {QStringLiteral("b"), trendOf(window, 1min, {1})}};
        QVERIFY(!trends.isRelative());
        QCOMPARE(trends.columns(), 60);
        trends.other.trend = trendOf({before.start - 1h, before.end}, 5min, {1});
        QVERIFY(trends.isRelative());
        QVERIFY(trends.step() == 5min);
        QCOMPARE(trends.columns(), 24);
    }

    void widerStepsAreMeansOfWhatIsKnown()
    {
        const Trend fine = trendOf(window, 1min, {1, 3, std::nullopt, 5, std::nullopt, std::nullopt, 9});
        const Trend coarse = coarser(fine, 4);
        QVERIFY(coarse.step == 2min);
        QCOMPARE(coarse.samples.size(), std::size_t{4});
        QCOMPARE(coarse.samples[0].events.value(), 2);
        QCOMPARE(coarse.samples[1].events.value(), 5);
        QVERIFY(!coarse.samples[2].events);
        QCOMPARE(coarse.samples[3].events.value(), 9);
        QVERIFY(coarser(fine, 7) == fine);
    }

    void ticksAreRoundAndNotTooMany()
    {
        for (const auto length : {10min, 60min, 90min, 600min, 3000min, 100000min}) {
            const auto ticks = relativeTicks(length, 8);
            QVERIFY(ticks.size() >= 2 && ticks.size() <= 8);
            QVERIFY(ticks.front() == 0s && ticks.back() <= length);
        }
        QCOMPARE(sinceStart(0s, madeFormats()), QStringLiteral("0"));
        QCOMPARE(sinceStart(15min, madeFormats()), QStringLiteral("+15 min"));
        QCOMPARE(sinceStart(120min, madeFormats()), QStringLiteral("+2 h"));
        QCOMPARE(sinceStart(48h, madeFormats()), QStringLiteral("+2 d"));
    }

    void sparklinesBreakAtGaps()
    {
        const std::vector<std::optional<float>> values{1.0F, 2.0F, std::nullopt, 0.0F, std::nullopt, 4.0F};
        const QRectF where(10, 10, 50, 20);
        const auto pieces = sparklinePieces(values, where);
        QCOMPARE(pieces.size(), std::size_t{3});
        QCOMPARE(pieces[0].size(), 2);
        QCOMPARE(pieces[1].front().y(), where.bottom()); // zero is a value and no gap
        for (const auto &piece : pieces) {
            for (const QPointF &point : piece)
                QVERIFY(point.y() >= where.top() && point.y() <= where.bottom());
        }
        QVERIFY(sparklinePieces({}, where).empty());
        QVERIFY(sparklinePieces(std::vector<std::optional<float>>(5), where).empty());
    }
};

LINEWATCH_WIDGET_TEST(TestComparison)
#include "tst_comparison.moc"

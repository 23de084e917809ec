// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/calculation.h"

#include <QTest>

using namespace linewatch::ui;

/** What other tests hold explanations against has to find what is wrong. */
class TestCalculation : public QObject
{
    Q_OBJECT

private slots:
    void rightIsRight_data()
    {
        QTest::addColumn<QString>("calculation");
        QTest::addColumn<QString>("onScreen");
        const auto row = [](const char *calculation, const char *onScreen) {
            QTest::newRow(calculation) << QString::fromUtf8(calculation) << QString::fromUtf8(onScreen);
        };
        row("12 ÷ 3,607.25 s × 3,600 s = 11.98 an hour", "11.98");
        row("12 ÷ 3,607.25 s × 3,600 s = 11.98 an hour, shown as 12.0 /h", "12.0 /h");
        row("2,811.5 s ÷ (3,600 s × 3) = 26.03 %, shown as 26.0 %", "26.0");
        row("7,200 s ÷ (3,600 s × 1) > 1, so 100.00 %, shown as 100.0 %", "100.0");
        row("100 × 1 ÷ 4,000 = 0.03 %, shown as <0.1 %", "<0.1 %");
        row("40 − 3 − 2 − 1 = 34", "34");
        row("1.5 − 3.0 = −1.5", "−1.5");
        row("14:12:10.25 CET − 14:12:07 CET = +3.25 s, shown as +3.3 s", "+3.3");
        row("15 Jan 00:00:01 CET − 14 Jan 23:59:59 CET = +2 s, shown as +2.0 s", "+2.0");
        row("31 + 6 = 37\nmeasured: 4.2 ms, shown as 4 ms", "4");
        row("2,811.5 s − 2,000 s = +811.5 s, shown as +13 min 32 s", "+13 min 32 s");
        row("26.03 % − 30.0 % = −3.97 points, shown as −4.0 points", "−4.0 points");
        row("sum of the durations of 5 events = 2,811.5 s, shown as 46 min 52 s", "46 min 52 s");
    }
    void rightIsRight()
    {
        QFETCH(QString, calculation);
        QFETCH(QString, onScreen);
        const QString problem = problemOf(calculation, onScreen);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void rightRulesAreRight()
    {
        const std::pair<const char *, const char *> rules[] = {
            {"14 Jan 2026 06:00 \u2013 14:00 CET: no event, so No data", "No data"},
            {"14:12:07 CET \u2212 14:01:06.5 CET = 660.5 s > 300 s, so Silent", "Silent"},
            {"14:12:07 CET \u2212 14:12:06 CET = 1 s \u2264 300 s, so not Silent\n"
             "2 \u00f7 3,600 s \u00d7 3,600 s = 2.0 an hour \u2265 2.0 an hour, so Warning",
             "Warning"},
            {"1 \u00f7 3,600 s \u00d7 3,600 s = 1.0 an hour < 2.0 an hour, so Healthy", "Healthy"}};
        for (const auto &[calculation, state] : rules)
            QCOMPARE(problemOfJudgement(QString::fromUtf8(calculation), QString::fromUtf8(state)), QString());
    }

    void wrongRulesAreFound()
    {
        const std::pair<const char *, const char *> rules[] = {
            {"", "Healthy"},
            {"14 Jan 2026 06:00 \u2013 14:00 CET: no event, so No data", "Silent"},
            {"14:12:07 CET \u2212 14:11:06 CET = 61 s > 300 s, so Silent", "Silent"},
            {"14:12:07 CET \u2212 14:01:06 CET = 61 s \u2264 300 s, so not Silent", "Silent"},
            {"2 \u00f7 3,600 s \u00d7 3,600 s = 2.0 an hour < 2.0 an hour, so Healthy", "Healthy"},
            {"1 \u00f7 3,600 s \u00d7 3,600 s = 1.0 an hour < 2.0 an hour, so Healthy", "Warning"}};
        for (const auto &[calculation, state] : rules)
            QVERIFY2(!problemOfJudgement(QString::fromUtf8(calculation), QString::fromUtf8(state)).isEmpty(),
                     calculation);
    }

    void wrongIsFound_data()
    {
        QTest::addColumn<QString>("calculation");
        QTest::addColumn<QString>("onScreen");
        const auto row = [](const char *calculation, const char *onScreen) {
            QTest::newRow(calculation) << QString::fromUtf8(calculation) << QString::fromUtf8(onScreen);
        };
        row("", "5");
        row("12 ÷ 3,600 s × 3,600 s = 12.01 an hour", "12.01");
        row("12 ÷ 3,600 s × 3,600 s = 12.0 an hour", "12.1");
        row("12 ÷ 3,607.25 s × 3,600 s = 11.98 an hour, shown as 11.9 /h", "11.9");
        row("3,500 s ÷ (3,600 s × 1) > 1, so 100.00 %", "100.0");
        row("40 − 3 − 2 = 34", "34");
        row("1.5 − 3.0 = 1.5", "1.5");
        row("31 + 6 = 38\nmeasured: 4.2 ms, shown as 4 ms", "4");
        row("measured: 4.6 ms, shown as 4 ms", "4");
        row("2,811.5 s − 2,000 s = +811.5 s, shown as −13 min 32 s", "−13 min 32 s");
        row("14:12:10 CET − 14:12:07 CET = −3 s", "−3.0");
        row("sum of the durations of 5 events = 2,811.5 s, shown as 49 min 52 s", "49 min 52 s");
        row("12 ÷ (3 = 4", "4");
        row("100 × 0 ÷ 4,000 = 0.0, shown as <0.1 %", "<0.1");
    }
    void wrongIsFound()
    {
        QFETCH(QString, calculation);
        QFETCH(QString, onScreen);
        QVERIFY(!problemOf(calculation, onScreen).isEmpty());
    }
};

LINEWATCH_WIDGET_TEST(TestCalculation)
#include "tst_calculation.moc"

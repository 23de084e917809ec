// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/madeplant.h"
#include "ui/models/explanationtext.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

const LineId press(std::string("Press 2"));
const MachineId machine(std::string("M-103"));

GroupFigures numbers(std::chrono::microseconds length = 1h, Totals totals = {340, 2'811'500, 12, 3})
{
    return {{madeNow() - length, madeNow()}, 3, totals};
}

ExplanationText textOf(const Explanation &explanation)
{
    return explanationText(explanation, madeFormats());
}

QString valueOf(const ExplanationText &text, const char *name)
{
    for (const ExplanationText::Number &number : text.numbers) {
        if (number.name == QLatin1String(name))
            return number.value;
    }
    return QStringLiteral("missing");
}

} // namespace

class TestExplanationText : public QObject
{
    Q_OBJECT

private slots:
    void aRateIsWrittenOutWithAllItsDigits()
    {
        const auto text = textOf(explain(FigureKind::DefectRate, {{}, press}, numbers(3'607'250ms)));
        QCOMPARE(text.title, QStringLiteral("Defect rate of Press 2"));
        QCOMPARE(text.calculation, QString::fromUtf8("12 \u00f7 3,607.25 s \u00d7 3,600 s = 11.98 an hour"));
        QCOMPARE(text.result, QStringLiteral("11.98 /h"));
        QCOMPARE(valueOf(text, "Known defects"), QStringLiteral("12"));
        QCOMPARE(valueOf(text, "Events"), QStringLiteral("340"));
        QCOMPARE(valueOf(text, "Machines with events"), QStringLiteral("3"));
    }

    void defectsPerHundredAreWrittenOut()
    {
        const auto text = textOf(explain(FigureKind::DefectsPercent, {machine, {}}, numbers()));
        QCOMPARE(text.title, QStringLiteral("Defects per 100 events of M-103"));
        QCOMPARE(text.calculation, QString::fromUtf8("100 \u00d7 12 \u00f7 340 = 3.53"));
        QCOMPARE(valueOf(text, "Machines with events"), QStringLiteral("missing")); // it is one
    }

    void availabilityIsWrittenOut()
    {
        const auto text = textOf(explain(FigureKind::Availability, {}, numbers()));
        QCOMPARE(text.title, QStringLiteral("Availability of the plant"));
        QCOMPARE(text.calculation, QString::fromUtf8("2,811.5 s \u00f7 (3,600 s \u00d7 3) = 26.03 %"));
        QCOMPARE(text.result, QStringLiteral("26.0 %"));
    }

    void whatWasLeftOutIsSaid()
    {
        Explanation explanation = explain(FigureKind::DefectRate, {machine, {}}, numbers());
        const auto says = [&explanation](const QString &words) {
            return textOf(explanation).leftOut.join(QLatin1Char('\n')).contains(words);
        };
        QVERIFY(says(QStringLiteral("3 of 340 events (0.9 %) do not know")));
        QVERIFY(!says(QStringLiteral("ejected")));
        explanation.rejected = RejectedCount{2, false};
        QVERIFY(says(QStringLiteral("do not count: 2.")));
        explanation.rejected = RejectedCount{1'000, true};
        QVERIFY(says(QStringLiteral("At least 1,000 rejected events")));
        explanation.rejected = RejectedCount{0, false};
        QVERIFY(says(QStringLiteral("No rejected events")));
        explanation = explain(FigureKind::DefectRate, {{}, press}, numbers());
        QVERIFY(says(QStringLiteral("cannot be told")));
    }

    void noEventsAreNoFigure()
    {
        const auto text = textOf(explain(FigureKind::DefectsPercent, {{}, press}, numbers(1h, {})));
        QCOMPARE(text.result, QString(dash));
        QVERIFY(text.calculation.isEmpty());
        QVERIFY(text.leftOut.first().contains(QStringLiteral("No events in this window")));
    }

    void theEventsBehindAreThoseOfTheSubjectAndTheWindow()
    {
        const Place place = eventsBehind(explain(FigureKind::DefectRate, {machine, press}, numbers()));
        QVERIFY(place.page == Place::Page::Events);
        QVERIFY(place.machine == machine && place.line == press);
        QVERIFY(place.window == numbers().window);
        const Place all = eventsBehind(explain(FigureKind::DefectRate, {}, numbers()));
        QVERIFY(all.machine.isEmpty() && all.line.isEmpty());
        // Of defects those that have some, of availability all.
        QCOMPARE(all.defects, EventDefects::Some);
        QCOMPARE(eventsBehind(explain(FigureKind::Availability, {}, numbers())).defects, EventDefects::Any);
    }

    void itIsHeardWhole()
    {
        const QString spoken = textOf(explain(FigureKind::DefectRate, {{}, press}, numbers())).spoken();
        for (const char *part :
             {"Defect rate of Press 2", "known defects", "Known defects: 12", "12.0 an hour"})
            QVERIFY2(spoken.contains(QLatin1String(part)), part);
    }
};

QTEST_MAIN(TestExplanationText)
#include "tst_explanationtext.moc"

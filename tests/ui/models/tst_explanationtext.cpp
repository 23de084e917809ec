// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/calculation.h"
#include "ui/madeplant.h"
#include "ui/models/explanationtext.h"

#include <QSet>
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
        QCOMPARE(text.calculation,
                 QString::fromUtf8("2,811.5 s \u00f7 (3,600 s \u00d7 3) = 26.03 %, shown as 26.0 %"));
        QCOMPARE(text.result, QStringLiteral("26.0 %"));
    }

    void availabilityOfMoreThanAllTheTimeIsCut()
    {
        const auto text = textOf(
            explain(FigureKind::Availability, {machine, {}}, {numbers().window, 1, {1, 7'200'000, 0, 0}}));
        QCOMPARE(text.calculation,
                 QString::fromUtf8("7,200 s \u00f7 (3,600 s \u00d7 1) > 1, so 100.00 %, shown as 100.0 %"));
    }

    void countsAreWrittenOutByMachine()
    {
        Explanation explanation = explain(FigureKind::Events, {}, numbers());
        QCOMPARE(textOf(explanation).calculation, QStringLiteral("337 + 3 = 340"));
        QCOMPARE(valueOf(textOf(explanation), "Events that do not"), QStringLiteral("3"));
        for (int i = 0; i < 6; ++i)
            explanation.parts.push_back({MachineId(QStringLiteral("M-%1").arg(i)), i < 4 ? 80 : 10});
        QCOMPARE(textOf(explanation).calculation, QStringLiteral("80 + 80 + 80 + 80 + 20 = 340"));
        QCOMPARE(valueOf(textOf(explanation), "M-3"), QStringLiteral("80"));
        QCOMPARE(valueOf(textOf(explanation), "the other 2 machines"), QStringLiteral("20"));
        explanation.parts.pop_back();
        explanation.parts.back().count = 20; // of five machines all are named
        QCOMPARE(valueOf(textOf(explanation), "M-4"), QStringLiteral("20"));
    }

    void aFigureIsComparedWithTheWindowBefore()
    {
        GroupFigures before = numbers();
        before.window = {madeNow() - 2h, madeNow() - 1h};
        before.totals.defects = 6;
        const auto rate = textOf(explain(FigureKind::DefectRate, {{}, press}, numbers(), before));
        QCOMPARE(valueOf(rate, "The window before"),
                 QString::fromUtf8("6.0 /h (15 Jan 2026 12:12 \u2013 13:12)"));
        const auto change = textOf(explain(FigureKind::DefectRateChange, {{}, press}, numbers(), before));
        QCOMPARE(change.calculation,
                 QString::fromUtf8("12 \u00f7 3,600 s \u00d7 3,600 s = 12.0 an hour\n"
                                   "6 \u00f7 3,600 s \u00d7 3,600 s = 6.0 an hour\n"
                                   "12.0 \u2212 6.0 = +6.00"));
        before.totals = {};
        const auto nothing = textOf(explain(FigureKind::DefectRateChange, {{}, press}, numbers(), before));
        QVERIFY(nothing.calculation.isEmpty());
        QVERIFY(nothing.leftOut.first().contains(QStringLiteral("nothing to compare")));
    }

    void statesAreWrittenOut()
    {
        const StateTally tally{{1, 2, 3, 34}, 2.0};
        const auto text = textOf(explain(FigureKind::HealthyMachines, {}, numbers(), FigureFacts(tally)));
        QCOMPARE(text.calculation, QString::fromUtf8("40 \u2212 3 \u2212 2 \u2212 1 = 34"));
        QCOMPARE(valueOf(text, "Warning"), QStringLiteral("3"));
        QCOMPARE(valueOf(text, "Silent"), QStringLiteral("2"));
        QCOMPARE(valueOf(text, "No data"), QStringLiteral("1"));
        QCOMPARE(valueOf(text, "Limit of the defect rate"), QStringLiteral("2.0 /h"));
    }

    void aClockIsWrittenOutToTheLastDigit()
    {
        const ClockWitness ahead{EventId(std::string("E-7")), madeNow() + 3'250ms, madeNow(), 60};
        const auto explanation = explain(FigureKind::Clock, {machine, {}}, numbers(), FigureFacts(ahead));
        const auto text = textOf(explanation);
        QCOMPARE(text.calculation,
                 QString::fromUtf8("14:12:10.25 CET \u2212 14:12:07 CET = +3.25 s, shown as +3.3 s"));
        QCOMPARE(valueOf(text, "Newest events looked at"), QStringLiteral("60"));
        QVERIFY(eventsBehind(explanation) == Place::ofEvent(ahead.eventId));
        const ClockWitness late{ahead.eventId, madeNow() - 24h, madeNow(), 1};
        QCOMPARE(
            textOf(explain(FigureKind::Clock, {machine, {}}, numbers(), FigureFacts(late))).calculation,
            QString::fromUtf8("14 Jan 14:12:07 CET \u2212 15 Jan 14:12:07 CET = \u221286,400 s, shown as "
                              "\u221286,400.0 s"));
    }

    void ingestIsWrittenOut()
    {
        const IngestFacts facts{{.accepted = 6'000, .deduped = 31, .updated = 6, .rejected = 3}, 2, 4'249us};
        const auto text = textOf(explain(FigureKind::CommitTime, {}, numbers(), FigureFacts(facts)));
        QCOMPARE(text.calculation,
                 QStringLiteral("6,000 + 31 + 6 + 3 + 0 = 6,040\nmeasured: 4.249 ms, shown as 4 ms"));
        QCOMPARE(valueOf(text, "Rejected"), QStringLiteral("3 (0.05 %)"));
        QCOMPARE(valueOf(text, "Duplicates"), QStringLiteral("31 (0.51 %)"));
        QCOMPARE(valueOf(text, "Batches that wait"), QStringLiteral("2"));
    }

    void aCycleTimeIsWrittenOutBesideItsMedian()
    {
        const EventFacts facts{300, true, 5, 8'100ms};
        const auto text =
            textOf(explain(FigureKind::CycleTime, {machine, {}}, numbers(), FigureFacts(facts)));
        QCOMPARE(text.calculation, QString::fromUtf8("2,811.5 s \u00f7 340 = 8.27 s"));
        QCOMPARE(valueOf(text, "Median, for comparison"), QStringLiteral("8.1 s"));
        const auto events = textOf(explain(FigureKind::Events, {machine, {}}, numbers(), FigureFacts(facts)));
        QCOMPARE(valueOf(events, "Corrected"), QStringLiteral("5 of the newest 300 events"));
    }

    void someUnknownEventsAreNeverNone()
    {
        const auto textOfShare = [](std::int64_t unknown) {
            return textOf(explain(FigureKind::UnknownPercent, {machine, {}},
                                  numbers(1h, {100'000, 2'811'500, 12, unknown})));
        };
        QCOMPARE(textOfShare(0).calculation, QString::fromUtf8("100 \u00d7 0 \u00f7 100,000 = 0 %"));
        QCOMPARE(textOfShare(1).calculation,
                 QString::fromUtf8("100 \u00d7 1 \u00f7 100,000 = <0.01 %, shown as <0.1 %"));
        QCOMPARE(textOfShare(20).calculation,
                 QString::fromUtf8("100 \u00d7 20 \u00f7 100,000 = 0.02 %, shown as <0.1 %"));
        QCOMPARE(textOfShare(20'000).calculation,
                 QString::fromUtf8("100 \u00d7 20,000 \u00f7 100,000 = 20.0 %"));
        for (const std::int64_t unknown : {0, 1, 4, 5, 20, 49, 50, 51, 1'234, 99'999})
            QCOMPARE(problemOf(textOfShare(unknown).calculation, textOfShare(unknown).result), QString());
    }

    void everyKindHasItsWords()
    {
        QSet<QString> titles;
        QSet<QString> formulas;
        for (int kind = 0; kind <= static_cast<int>(FigureKind::ReadTime); ++kind) {
            const auto text = textOf(explain(static_cast<FigureKind>(kind), {}, numbers()));
            titles << text.title;
            formulas << text.formula;
        }
        QCOMPARE(titles.size(), static_cast<int>(FigureKind::ReadTime) + 1);
        QCOMPARE(formulas.size(), titles.size());
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
        // Of those that do not know, these; of a count or a time of events, all of them.
        QCOMPARE(eventsBehind(explain(FigureKind::UnknownPercent, {}, numbers())).defects,
                 EventDefects::Unknown);
        for (const FigureKind kind :
             {FigureKind::Events, FigureKind::EventsPerMinute, FigureKind::RunTime, FigureKind::CycleTime,
              FigureKind::ActiveMachines, FigureKind::HealthyMachines})
            QCOMPARE(eventsBehind(explain(kind, {}, numbers())).defects, EventDefects::Any);
    }

    void itIsHeardWhole()
    {
        const QString spoken = textOf(explain(FigureKind::DefectRate, {{}, press}, numbers())).spoken();
        for (const char *part :
             {"Defect rate of Press 2", "known defects", "Known defects: 12", "12.0 an hour"})
            QVERIFY2(spoken.contains(QLatin1String(part)), part);
    }
};

LINEWATCH_WIDGET_TEST(TestExplanationText)
#include "tst_explanationtext.moc"

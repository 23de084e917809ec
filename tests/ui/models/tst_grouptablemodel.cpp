// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dice.h"
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/models/groupsortmodel.h"
#include "ui/models/grouptablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

const TimeWindow window{madeNow() - 1h, madeNow()};
const TimeWindow before{madeNow() - 2h, madeNow() - 1h};

LineRow lineRow(const char *name, std::int64_t events, std::int64_t defects, std::int64_t unknown = 0)
{
    LineRow row;
    row.lineId = LineId(std::string(name));
    row.now = {window, events > 0 ? 2 : 0, {events, events * 4'000, defects, unknown}};
    row.before = {before, 2, {100, 400'000, 3, 0}};
    row.states[static_cast<std::size_t>(MachineState::Healthy)] = 2;
    return row;
}

LinesReport reportOf(std::vector<LineRow> lines)
{
    LinesReport report;
    report.windows.window = window;
    report.windows.before = before;
    report.windows.isRunning = true;
    report.steps = sparkSteps(window);
    report.lines = std::move(lines);
    return report;
}

QStringList column(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data().toString();
    return texts;
}

} // namespace

class TestGroupTableModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_model = std::make_unique<GroupTableModel>(GroupTableModel::Of::Lines, madeFormats());
        m_sorted = std::make_unique<GroupSortModel>(QLocale(QStringLiteral("en")));
        m_sorted->setSourceModel(m_model.get());
        m_sorted->sort(0, Qt::AscendingOrder);
    }

    void cleanup()
    {
        m_sorted.reset();
        m_model.reset();
    }

    void anyUpdateKeepsTheModelsRight()
    {
        const QAbstractItemModelTester tester(m_model.get(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester sortedTester(m_sorted.get(),
                                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
        Dice dice(3);
        for (int i = 0; i < 200; ++i) {
            std::vector<LineRow> rows;
            QStringList names;
            for (const char *name : {"A", "B", "C", "D", "E", "F", "Line 2", "Line 10"}) {
                if (!dice.chance(60))
                    continue;
                rows.push_back(lineRow(name, dice.between(0, 50), dice.between(0, 9)));
                names << QString::fromLatin1(name);
            }
            m_model->show(reportOf(rows));
            names.sort();
            QCOMPARE(column(*m_model, GroupTableModel::Name), names);
            for (int row = 0; row < m_model->rowCount(); ++row) {
                const auto shown = std::ranges::find(rows, LineId(m_model->nameAt(row)), &LineRow::lineId);
                QCOMPARE(m_model->index(row, GroupTableModel::Events).data().toString(),
                         QString::number(shown->now.totals.events));
            }
        }
    }

    void aLineKeepsItsRowWhileItsFiguresChange()
    {
        m_model->show(reportOf({lineRow("A", 10, 1), lineRow("B", 20, 2), lineRow("C", 30, 3)}));
        const QPersistentModelIndex b = m_model->index(1, GroupTableModel::Defects);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->show(reportOf({lineRow("B", 21, 9), lineRow("C", 31, 3)}));
        QCOMPARE(b.row(), 0);
        QCOMPARE(b.data().toString(), QStringLiteral("9"));
        QCOMPARE(reset.count(), 0);
    }

    void namesAreSortedAsPeopleCount()
    {
        m_model->show(
            reportOf({lineRow("Press 10", 1, 0), lineRow("Press 2", 1, 0), lineRow("press 1", 1, 0)}));
        QCOMPARE(
            column(*m_sorted, GroupTableModel::Name),
            (QStringList{QStringLiteral("press 1"), QStringLiteral("Press 2"), QStringLiteral("Press 10")}));
    }

    void whatHasNoFigureComesLastEitherWay()
    {
        m_model->show(reportOf({lineRow("none", 0, 0), lineRow("few", 100, 2), lineRow("many", 100, 10)}));
        const QStringList up{QStringLiteral("few"), QStringLiteral("many"), QStringLiteral("none")};
        const QStringList down{QStringLiteral("many"), QStringLiteral("few"), QStringLiteral("none")};
        for (const int by : {GroupTableModel::Percent, GroupTableModel::Rate, GroupTableModel::Defects,
                             GroupTableModel::Change}) {
            m_sorted->sort(by, Qt::AscendingOrder);
            QCOMPARE(column(*m_sorted, GroupTableModel::Name), up);
            m_sorted->sort(by, Qt::DescendingOrder);
            QCOMPARE(column(*m_sorted, GroupTableModel::Name), down);
        }
    }

    void figuresAreSortedByValueAndNotByText()
    {
        m_model->show(reportOf({lineRow("a", 1'000, 9), lineRow("b", 1'000, 10), lineRow("c", 1'000, 100)}));
        m_sorted->sort(GroupTableModel::Rate, Qt::DescendingOrder);
        QCOMPARE(column(*m_sorted, GroupTableModel::Name),
                 (QStringList{QStringLiteral("c"), QStringLiteral("b"), QStringLiteral("a")}));
    }

    void aDashStandsWhereThereIsNothingToTell()
    {
        m_model->show(reportOf({lineRow("A", 0, 0)}));
        const QString nothing(dash);
        for (const int at : {GroupTableModel::RunTime, GroupTableModel::Defects, GroupTableModel::Percent,
                             GroupTableModel::Rate, GroupTableModel::Change, GroupTableModel::Availability,
                             GroupTableModel::Unknown})
            QCOMPARE(m_model->index(0, at).data().toString(), nothing);
        QCOMPARE(m_model->index(0, GroupTableModel::Events).data().toString(), QStringLiteral("0"));
    }

    void textsAreTheFigures()
    {
        m_model->show(reportOf({lineRow("A", 1'000, 12, 35)}));
        const auto text = [this](int column) { return m_model->index(0, column).data().toString(); };
        QCOMPARE(text(GroupTableModel::Events), QStringLiteral("1,000"));
        QCOMPARE(text(GroupTableModel::RunTime), QStringLiteral("1 h 6 min"));
        QCOMPARE(text(GroupTableModel::Percent), QStringLiteral("1.20"));
        QCOMPARE(text(GroupTableModel::Rate), QStringLiteral("12.00"));
        QCOMPARE(text(GroupTableModel::Change), QStringLiteral("+9.00"));
        QCOMPARE(text(GroupTableModel::Availability), QStringLiteral("55.6 %"));
        QCOMPARE(text(GroupTableModel::Unknown), QStringLiteral("3.5 %"));
        QCOMPARE(text(GroupTableModel::State), QStringLiteral("Healthy"));
    }

    void theTrendHasGapsAndNoStepThatIsCutAtItsEnd()
    {
        LinesReport report = reportOf({lineRow("A", 10, 1)});
        report.lines.front().defects.resize(report.steps.count(window));
        report.lines.front().defects[1] = 4;
        report.lines.front().defects.back() = 1;
        m_model->show(report);
        const auto trend = m_model->index(0, GroupTableModel::Trend)
                               .data(GroupTableModel::TrendRole)
                               .value<std::vector<std::optional<float>>>();
        QCOMPARE(trend.size(), report.steps.count(window) - 1); // madeNow() is not on a step
        QVERIFY(!trend[0]);
        QCOMPARE(trend[1].value(), 4.0F);
    }

private:
    std::unique_ptr<GroupTableModel> m_model;
    std::unique_ptr<GroupSortModel> m_sorted;
};

LINEWATCH_WIDGET_TEST(TestGroupTableModel)
#include "tst_grouptablemodel.moc"

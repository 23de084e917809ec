// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/models/findings.h"

#include "ui/madeplant.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;

namespace {

StoreNames madeNames()
{
    StoreNames names;
    for (int i = 1; i <= 120; ++i)
        names.machines.push_back(
            {MachineId(u"M-%1"_s.arg(i, 3, 10, QLatin1Char('0'))), LineId(u"Line %1"_s.arg(i % 3 + 1))});
    names.machines.push_back({MachineId(u"Press Line 1"_s), LineId(u"Line 1"_s)});
    for (int i = 1; i <= 3; ++i)
        names.lines.push_back(LineId(u"Line %1"_s.arg(i)));
    return names;
}

QStringList namesOf(const std::vector<Finding> &findings)
{
    QStringList names;
    for (const Finding &each : findings)
        names += each.name;
    return names;
}

} // namespace

class FindingsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatBeginsWithItComesFirst()
    {
        QCOMPARE(namesOf(findNames(madeNames(), u"line"_s, 50)),
                 QStringList({u"Line 1"_s, u"Line 2"_s, u"Line 3"_s, u"Press Line 1"_s}));
        QCOMPARE(namesOf(findNames(madeNames(), u"m-11"_s, 3)),
                 QStringList({u"M-110"_s, u"M-111"_s, u"M-112"_s}));
        QVERIFY(findNames(madeNames(), QString(), 50).empty());
        QVERIFY(findNames(madeNames(), u"nobody"_s, 50).empty());
    }

    void everyMachineAndLineIsFoundByItsWholeName()
    {
        const StoreNames names = madeNames();
        for (const MachineName &machine : names.machines) {
            const auto found = findNames(names, machine.machineId.toString(), 50);
            QVERIFY(std::ranges::any_of(found, [&](const Finding &each) {
                return each.place == Place::ofMachine(machine.machineId);
            }));
        }
        for (const LineId &line : names.lines)
            QVERIFY(findNames(names, line.toString(), 50).front().place == Place::ofLine(line));
    }

    void theListIsAModel()
    {
        Findings findings(madeFormats());
        const QAbstractItemModelTester tester(&findings,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        findings.setNames(madeNames());
        QCOMPARE(findings.rowCount(), 0);
        findings.setText(u"M-0"_s);
        QCOMPARE(findings.rowCount(), int(Findings::MaxShown));
        findings.setText(u"E-77"_s);
        QCOMPARE(findings.rowCount(), 0);
        findings.setIds({true, {EventId(u"E-771"_s), EventId(u"E-770"_s)}});
        QCOMPARE(findings.rowCount(), 4);
        QVERIFY(findings.placeAt(2) == Place::ofEvent(EventId(u"E-771"_s)));
        QVERIFY(!findings.flags(findings.index(1)).testFlag(Qt::ItemIsEnabled));
        QCOMPARE(findings.rowOf(Place::ofEvent(EventId(u"E-770"_s))), 3);
        QCOMPARE(findings.rowOf(Place::lines()), 0);
        findings.setIds({false, {EventId(u"E-771"_s)}});
        QCOMPARE(findings.rowOf({}), 1); // behind the heading
        findings.setIds({true, {}});
        QCOMPARE(findings.rowCount(), 1);
        QVERIFY(findings.placeAt(0) == Place::ofEvent(EventId(u"E-77"_s)));
        findings.setText(u"E-7"_s); // that one was not looked for yet
        QCOMPARE(findings.rowCount(), 0);
        QCOMPARE(findings.rowOf({}), -1);
        QVERIFY(!findings.data(findings.index(0), Qt::DisplayRole).isValid());
    }
};

LINEWATCH_TEST(FindingsTest)
#include "tst_findings.moc"

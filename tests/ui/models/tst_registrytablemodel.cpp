// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dice.h"
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/models/lineregistrymodel.h"
#include "ui/models/machineregistrymodel.h"
#include "ui/models/registryfiltermodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

RegisteredMachine madeEntry(const QString &id)
{
    RegisteredMachine machine;
    machine.machineId = MachineId(id);
    return machine;
}

KnownRegistry someRegistry(Dice &dice)
{
    KnownRegistry known;
    for (int i = 0; i < 40; ++i) {
        if (dice.chance(40))
            continue;
        RegisteredMachine machine = madeEntry(u"M-%1"_s.arg(i));
        machine.name = dice.chance(50) ? "Press " + std::to_string(dice.between(1, 20)) : "";
        machine.confirmed = dice.chance(50);
        if (dice.chance(50))
            machine.silenceLimit = std::chrono::seconds{dice.between(1, 300)};
        if (dice.chance(30))
            machine.retiredSince = madeNow() + std::chrono::hours{dice.between(-5, 5)};
        if (dice.chance(60))
            machine.assignments = {{std::nullopt, LineId(u"L-%1"_s.arg(dice.between(1, 4)))}};
        known.registry.machines.emplace(machine.machineId, machine);
        if (dice.chance(30))
            known.statedLines.emplace(machine.machineId, LineId(u"stated"_s));
    }
    for (int i = 0; i < 6; ++i) {
        const LineId lineId(u"L-%1"_s.arg(i));
        if (dice.chance(70))
            known.registry.lines.emplace(lineId, RegisteredLine{lineId, "", {}, "", dice.chance(50)});
    }
    return known;
}

QStringList column(const QAbstractItemModel &model, int number)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, number).data().toString();
    return texts;
}

} // namespace

class RegistryTableModelTest : public QObject
{
    Q_OBJECT

private slots:
    void tablesFollowWhateverIsRead()
    {
        MachineRegistryModel machines(madeFormats());
        LineRegistryModel lines(madeFormats());
        RegistryFilterModel shown(machines, madeFormats().locale());
        shown.sort(MachineRegistryModel::SilenceLimit);
        using Mode = QAbstractItemModelTester::FailureReportingMode;
        const QAbstractItemModelTester first(&machines, Mode::QtTest);
        const QAbstractItemModelTester second(&lines, Mode::QtTest);
        const QAbstractItemModelTester third(&shown, Mode::QtTest);
        Dice dice(1);
        for (int i = 0; i < 150; ++i) {
            const KnownRegistry known = someRegistry(dice);
            machines.setKnown(known, {}, madeNow());
            lines.setKnown(known, {}, madeNow());
            shown.setKind(static_cast<RegistryFilterModel::Kind>(dice.below(4)));
            QCOMPARE(std::size_t(machines.rowCount()), known.registry.machines.size());
            int row = 0;
            for (const auto &[machineId, machine] : known.registry.machines)
                QVERIFY(machines.machineAt(row++) == machine);
            row = 0;
            for (const auto &[lineId, line] : known.registry.lines)
                QVERIFY(lines.lineAt(row++) == line);
        }
    }

    void whatIsTheSameIsNotSaidToChange()
    {
        MachineRegistryModel machines(madeFormats());
        Dice dice(2);
        KnownRegistry known = someRegistry(dice);
        machines.setKnown(known, {}, madeNow());
        QSignalSpy changed(&machines, &QAbstractItemModel::dataChanged);
        machines.setKnown(known, {}, madeNow());
        QCOMPARE(changed.size(), 0);
        known.registry.machines.rbegin()->second.name = "another";
        machines.setKnown(known, {}, madeNow());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), machines.rowCount() - 1);
    }

    void aSelectionStaysWithItsMachines()
    {
        MachineRegistryModel machines(madeFormats());
        RegistryFilterModel shown(machines, madeFormats().locale());
        shown.sort(MachineRegistryModel::Name);
        QItemSelectionModel selection(&shown);
        Dice dice(3);
        for (int i = 0; i < 50; ++i) {
            machines.setKnown(someRegistry(dice), {}, madeNow());
            selection.clear();
            QSet<QString> chosen;
            for (int row = 0; row < shown.rowCount(); row += 3) {
                selection.select(shown.index(row, 0),
                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
                chosen << shown.index(row, 0).data().toString();
            }
            machines.setKnown(someRegistry(dice), {}, madeNow());
            const QStringList there = column(shown, 0);
            QSet<QString> left;
            for (const QModelIndex &index : selection.selectedRows())
                left << index.data().toString();
            QCOMPARE(left, chosen & QSet<QString>(there.begin(), there.end()));
        }
    }

    void whatIsNotSetShowsWhatHolds()
    {
        MachineRegistryModel machines(madeFormats());
        KnownRegistry known;
        RegisteredMachine set = madeEntry(u"A"_s);
        set.silenceLimit = 90s;
        set.threshold = Decimal{350, 2};
        set.unitsPerCycle = 4;
        set.assignments = {{std::nullopt, LineId(u"L-1"_s)}};
        known.registry.machines = {{set.machineId, set},
                                   {MachineId(u"B"_s), madeEntry(u"B"_s)},
                                   {MachineId(u"C"_s), madeEntry(u"C"_s)}};
        known.statedLines = {{MachineId(u"C"_s), LineId(u"L-2"_s)}};
        machines.setKnown(known, {.silenceLimit = 7min, .healthThreshold = 1.5}, madeNow());
        const auto cells = [&](int column_) { return column(machines, column_).join(u'|'); };
        QCOMPARE(cells(MachineRegistryModel::SilenceLimit), u"90 s|7 min|7 min"_s);
        QCOMPARE(cells(MachineRegistryModel::Threshold), u"3.5|1.5|1.5"_s);
        QCOMPARE(cells(MachineRegistryModel::UnitsPerCycle), u"4|1|1"_s);
        QCOMPARE(cells(MachineRegistryModel::Line), u"L-1|its own|L-2"_s);
        for (int row = 0; row < 3; ++row) {
            QCOMPARE(machines.index(row, MachineRegistryModel::SilenceLimit)
                         .data(RegistryTableModel::StandardRole)
                         .toBool(),
                     row != 0);
        }
    }

    void lineAMachineIsOnGoesWithTheTime()
    {
        RegisteredMachine machine = madeEntry(u"A"_s);
        machine.assignments = {{std::nullopt, LineId(u"L-1"_s)}, {madeNow(), LineId(u"L-2"_s)}};
        KnownRegistry known;
        known.registry.machines.emplace(machine.machineId, machine);
        MachineRegistryModel machines(madeFormats());
        machines.setKnown(known, {}, madeNow() - 1s);
        QCOMPARE(column(machines, MachineRegistryModel::Line), QStringList{u"L-1"_s});
        machines.setKnown(known, {}, madeNow());
        QCOMPARE(column(machines, MachineRegistryModel::Line), QStringList{u"L-2"_s});
    }

    void rowsAreSortedAsPeopleCountAndWhatIsNotSetIsLast()
    {
        MachineRegistryModel machines(madeFormats());
        RegistryFilterModel shown(machines, madeFormats().locale());
        KnownRegistry known;
        for (const auto &[id, seconds] : {std::pair{u"m-10"_s, 5}, {u"M-9"_s, 0}, {u"M-100"_s, 300}}) {
            RegisteredMachine machine = madeEntry(id);
            if (seconds > 0)
                machine.silenceLimit = std::chrono::seconds{seconds};
            known.registry.machines.emplace(machine.machineId, machine);
        }
        machines.setKnown(known, {}, madeNow());
        shown.sort(MachineRegistryModel::Machine);
        QCOMPARE(column(shown, 0).join(u' '), u"M-9 m-10 M-100"_s);
        shown.sort(MachineRegistryModel::SilenceLimit);
        QCOMPARE(column(shown, 0).join(u' '), u"m-10 M-100 M-9"_s);
        shown.sort(MachineRegistryModel::SilenceLimit, Qt::DescendingOrder);
        QCOMPARE(column(shown, 0).join(u' '), u"M-100 m-10 M-9"_s);
    }

    void aFilterLetsThroughWhatIsChosenAndNothingElse()
    {
        MachineRegistryModel machines(madeFormats());
        RegistryFilterModel shown(machines, madeFormats().locale());
        Dice dice(4);
        for (int i = 0; i < 50; ++i) {
            machines.setKnown(someRegistry(dice), {}, madeNow());
            const auto kind = static_cast<RegistryFilterModel::Kind>(dice.below(4));
            const QString text = dice.pick(QStringList{u""_s, u"press"_s, u"l-2"_s, u"3"_s});
            shown.setKind(kind);
            shown.setText(text);
            QSet<QString> wanted;
            for (int row = 0; row < machines.rowCount(); ++row) {
                const RegisteredMachine &machine = machines.machineAt(row);
                const bool isRetired = machine.retiredSince && *machine.retiredSince <= madeNow();
                const bool isOfKind = kind == RegistryFilterModel::Kind::All
                    || (kind == RegistryFilterModel::Kind::New && !machine.confirmed)
                    || (kind == RegistryFilterModel::Kind::Retired && isRetired)
                    || (kind == RegistryFilterModel::Kind::InUse && !isRetired);
                const QString line = machines.index(row, MachineRegistryModel::Line).data().toString();
                const QString names = machine.machineId.toString() + u'\n'
                    + QString::fromStdString(machine.name) + u'\n'
                    + (line == u"its own"_s ? QString() : line);
                if (isOfKind && names.contains(text, Qt::CaseInsensitive))
                    wanted << machine.machineId.toString();
            }
            const QStringList there = column(shown, 0);
            QCOMPARE(QSet<QString>(there.begin(), there.end()), wanted);
        }
    }

    void onlyWhatIsNewIsConfirmed()
    {
        MachineRegistryModel machines(madeFormats());
        Dice dice(5);
        const KnownRegistry known = someRegistry(dice);
        machines.setKnown(known, {}, madeNow());
        std::vector<int> rows(static_cast<std::size_t>(machines.rowCount()));
        std::iota(rows.begin(), rows.end(), 0);
        const RegistryChange change = machines.confirmation(rows);
        QCOMPARE(std::ssize(change.machines), known.newMachines());
        for (RegisteredMachine machine : change.machines) {
            QVERIFY(machine.confirmed);
            machine.confirmed = false;
            QVERIFY(machine == *known.registry.machine(machine.machineId));
        }
    }
};

LINEWATCH_WIDGET_TEST(RegistryTableModelTest)
#include "tst_registrytablemodel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dice.h"
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/models/importrowsmodel.h"
#include "ui/models/importwords.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant now{std::chrono::sys_days{std::chrono::January / 15 / 2026} + 12h};

RegistryImportPtr imported(RegistryKind kind, const std::string &file, const Registry &registry = {})
{
    Result<RegistryImport> import = previewImport(kind, file, registry, now);
    if (!import)
        qFatal("%s", qPrintable(import.failure().message));
    return std::make_shared<const RegistryImport>(std::move(*import));
}

/** Rows of every kind, by chance, of a registry that has some of them. */
RegistryImportPtr anyImport(std::uint32_t seed)
{
    Dice dice(seed);
    Registry registry;
    std::string file = "machineId,unitsPerCycle\n";
    for (int i = 0; i < 300; ++i) {
        const std::string id = "M-" + std::to_string(i);
        RegisteredMachine machine;
        machine.machineId = MachineId(id);
        machine.unitsPerCycle = 2;
        machine.confirmed = true;
        if (dice.chance(60))
            registry.machines.emplace(machine.machineId, machine);
        file += id + (dice.chance(20) ? ",x\n" : dice.chance(50) ? ",2\n" : ",3\n");
    }
    return imported(RegistryKind::Machines, file, registry);
}

} // namespace

class TestImportRowsModel : public QObject
{
    Q_OBJECT

private slots:
    void eachRowIsOfOneChoice()
    {
        for (const std::uint32_t seed : {1U, 2U, 3U}) {
            const RegistryImportPtr import = anyImport(seed);
            ImportRowsModel model(RegistryKind::Machines, madeFormats());
            const QAbstractItemModelTester tester(&model,
                                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
            model.setImport(import);
            QCOMPARE(model.rowCount(), static_cast<int>(import->rows.size()));
            QSet<int> numbers;
            for (const auto choice :
                 {ImportRowsModel::Changing, ImportRowsModel::Refused, ImportRowsModel::Unchanged}) {
                model.choose(choice);
                QVERIFY(model.rowCount() > 0);
                QCOMPARE(model.rowCount(), static_cast<int>(model.count(choice)));
                for (int row = 0; row < model.rowCount(); ++row) {
                    const ImportRow &shown = model.importRow(row);
                    QVERIFY(!numbers.contains(shown.number));
                    numbers.insert(shown.number);
                    QCOMPARE(shown.changesSomething(), choice == ImportRowsModel::Changing);
                    QCOMPARE(!shown.isGood(), choice == ImportRowsModel::Refused);
                }
            }
            QCOMPARE(numbers.size(), import->rows.size());
            model.setImport({});
            QCOMPARE(model.rowCount(), 0);
        }
    }

    void changesAreInWordsOfTheField()
    {
        Registry registry;
        RegisteredMachine known;
        known.machineId = MachineId(std::string("M"));
        known.name = "old";
        known.assignments = {{std::nullopt, LineId(std::string("A"))}};
        known.confirmed = true;
        registry.machines.emplace(known.machineId, known);
        const RegistryImportPtr import =
            imported(RegistryKind::Machines,
                     "machineId,name,silenceLimit,threshold,line,lineFrom,confirmed\n"
                     "M,new,2.5,1200.5,B,2026-01-15T06:00:00Z,no\n",
                     registry);
        QCOMPARE(rowWords(import->rows.front(), RegistryKind::Machines, madeFormats()),
                 (QStringList{u"Name: old → new"_s, u"Line: A → B"_s,
                              u"Line counts from: always → 15 Jan 2026 07:00:00 CET"_s,
                              u"Former lines: nothing → always A"_s, u"Silent after (s): nothing → 2.5"_s,
                              u"Warning from (defects/h): nothing → 1,200.5"_s, u"Confirmed: yes → no"_s}));
    }

    /** Or a column that is added would be named as in the file. */
    void eachColumnHasAName()
    {
        QSet<QString> names;
        const RegistryImportPtr import =
            imported(RegistryKind::Machines,
                     "machineId,name,line,lineFrom,formerLines,factoryId,idealCycle,unitsPerCycle,"
                     "silenceLimit,threshold,notes,retiredSince,confirmed\nM,n,L,2026-01-15T06:00:00Z,"
                     "always A,F,1,2,3,4,n,2026-01-15T06:00:00Z,yes\n");
        for (const FieldChange &change : import->rows.front().changes) {
            const QString name = fieldWords(change.field);
            QVERIFY2(name.front().isUpper(), qPrintable(name));
            names.insert(name);
        }
        QCOMPARE(names.size(), 12);
    }
};

LINEWATCH_WIDGET_TEST(TestImportRowsModel)
#include "tst_importrowsmodel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/anyregistry.h"
#include "report/csvwriter.h"
#include "report/memorysink.h"
#include "report/registryimport.h"
#include "report/registryreport.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant now{std::chrono::sys_days{std::chrono::January / 15 / 2026} + 12h};

MachineId id(const std::string &text)
{
    return MachineId(text);
}

std::string exported(const Registry &registry, const CsvFormat &format)
{
    MemorySink sink;
    return writeRegistry(RegistryKind::Machines, registry, format, sink) && sink.isCommitted()
        ? sink.bytes().toStdString()
        : "failed";
}

RegistryImport preview(const std::string &file, const Registry &registry)
{
    Result<RegistryImport> import = previewImport(RegistryKind::Machines, file, registry, now);
    if (!import)
        qFatal("%s", qPrintable(import.failure().message));
    return std::move(*import);
}

/** What the machine of a file with one row is then. */
RegisteredMachine only(const std::string &file, const Registry &registry = {})
{
    const RegistryImport import = preview(file, registry);
    if (import.rows.size() != 1 || !import.rows.front().isGood())
        qFatal("no single good row");
    const std::vector<RegisteredMachine> &changed = import.entries.machines;
    return changed.empty() ? *registry.machine(MachineId(import.rows.front().id)) : changed.front();
}

QString faultsIn(const std::string &file, const Registry &registry = {})
{
    QString text;
    for (const ImportRow &row : preview(file, registry).rows) {
        for (const Sentence &fault : row.faults)
            text += QStringLiteral("%1: %2\n").arg(row.number).arg(fault.english());
    }
    return text;
}

} // namespace

class MachineImportTest : public QObject
{
    Q_OBJECT

private slots:
    void whatWasExportedChangesNothing_data()
    {
        QTest::addColumn<CsvPreset>("preset");
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("for programs") << CsvPreset::Data << QLocale::c();
        QTest::newRow("for a German spreadsheet")
            << CsvPreset::Excel << QLocale(QLocale::German, QLocale::Germany);
        QTest::newRow("for an English one")
            << CsvPreset::Excel << QLocale(QLocale::English, QLocale::UnitedKingdom);
    }
    void whatWasExportedChangesNothing()
    {
        QFETCH(CsvPreset, preset);
        QFETCH(QLocale, locale);
        const CsvFormat format = CsvFormat::of(preset, locale, QTimeZone("Europe/Berlin"));
        for (const std::uint32_t seed : {1U, 2U, 3U}) {
            const Registry registry = anyRegistry(seed, now);
            const std::string file = exported(registry, format);
            const RegistryImport same = preview(file, registry);
            QCOMPARE(same.rows.size(), registry.machines.size());
            QVERIFY(same.unknownColumns.isEmpty());
            QCOMPARE(same.changing(), 0);
            QCOMPARE(same.refused(), 0);
            QVERIFY(same.change({}).machines.empty());

            Registry copy; // of a store that knows nothing
            for (const RegisteredMachine &machine : preview(file, {}).change({}).machines)
                copy.machines.emplace(machine.machineId, machine);
            QVERIFY(copy.machines == registry.machines);
        }
    }

    void badRowsAreNamedAndTheOthersChange()
    {
        const std::string file = "name,machineId,threshold,colour\r\n" // row 1
                                 "Press,M-1,2.5,red\r\n"
                                 "Press,,1,\r\n"
                                 "Press,M-3,lots,\r\n"
                                 "Press,M-4\r\n"
                                 "Pr\"ess,M-5,1,\r\n"
                                 "Again,M-1,1,\r\n"
                                 "Press,M-7,0,\r\n"
                                 "Press,M-8,,\r\n";
        const RegistryImport import = preview(file, {});
        QCOMPARE(import.unknownColumns, QStringList{QStringLiteral("colour")});
        QCOMPARE(import.rows.size(), std::size_t{8});
        QCOMPARE(import.refused(), 6);
        const RegistryChange change = import.change(QStringLiteral("import"));
        QCOMPARE(change.machines.size(), std::size_t{2});
        QCOMPARE(change.machines[0].machineId, id("M-1"));
        QCOMPARE(change.machines[0].threshold, std::optional(Decimal{250, 2}));
        QCOMPARE(change.machines[1].machineId, id("M-8"));
        QVERIFY(!change.machines[1].threshold);
        const QString faults = faultsIn(file);
        QCOMPARE(faults.count(QLatin1Char('\n')), 6);
        for (const char *start : {"3: a machine's id", "4: threshold: 'lots'", "5: it has 2 cells",
                                  "6: a quote", "7: the machine is in row 2", "8: the threshold"})
            QVERIFY2(faults.contains(QLatin1String(start)), qPrintable(faults));
    }

    void columnsThatAreNotThereStayAsTheyAre()
    {
        const Registry registry = anyRegistry(4, now);
        for (const auto &[machineId, machine] : registry.machines) {
            MemorySink sink;
            CsvWriter csv(sink, {});
            QVERIFY(csv.header({"machineId", "unitsPerCycle"}));
            csv.text(machineId.utf8());
            csv.number(std::int64_t{77});
            QVERIFY(csv.endRow() && csv.flush());
            RegisteredMachine expected = machine;
            expected.unitsPerCycle = 77;
            expected.confirmed = true;
            QCOMPARE(only(sink.bytes().toStdString(), registry), expected);
        }
    }

    void aNewLineCountsFromNowAndLeavesHistory()
    {
        Registry registry;
        RegisteredMachine known;
        known.machineId = id("M");
        known.assignments = {{std::nullopt, LineId(std::string("A"))}};
        registry.machines.emplace(known.machineId, known);
        const auto lines = [&registry](const std::string &file) { return only(file, registry).assignments; };
        const LineAssignment always{std::nullopt, LineId(std::string("A"))};
        const LineId b(std::string("B"));
        QCOMPARE(lines("machineId,line\nM,A\n"), (LineAssignments{always}));
        QCOMPARE(lines("machineId,line\nM,B\n"), (LineAssignments{always, {now, b}}));
        QCOMPARE(lines("machineId,line\nM,\n"), (LineAssignments{always, {now, {}}}));
        QCOMPARE(lines("machineId,line,lineFrom\nM,B,\n"), (LineAssignments{always, {now, b}}));
        QCOMPARE(lines("machineId,line,lineFrom\nM,B,2026-01-01T00:00:00+01:00\n"),
                 (LineAssignments{
                     always, {Instant{std::chrono::sys_days{std::chrono::January / 1 / 2026} - 1h}, b}}));
        QCOMPARE(lines("machineId,line,lineFrom\nM,B,always\n"), (LineAssignments{{std::nullopt, b}}));
        QCOMPARE(lines("machineId,name\nM,x\n"), (LineAssignments{always}));
        const QString fault = faultsIn("machineId,line,lineFrom,formerLines\nM,B,,always A\n", registry);
        QVERIFY2(fault.contains(QLatin1String("lineFrom")), qPrintable(fault));
        QVERIFY(!faultsIn("machineId,line,lineFrom\nM,B,yesterday\n", registry).isEmpty());
        QVERIFY(!faultsIn("machineId,line,lineFrom,formerLines\nM,B,always,always A\n", registry).isEmpty());
        QVERIFY(!faultsIn("machineId,line,lineFrom,formerLines\nM,B,2026-01-01T00:00:00Z,A\n").isEmpty());
    }

    void whatChangesIsToldFieldByField()
    {
        Registry registry;
        RegisteredMachine known;
        known.machineId = id("M");
        known.name = "old";
        registry.machines.emplace(known.machineId, known);
        const RegistryImport import =
            preview("machineId;name;silenceLimit (s)\r\nM;new;2,5\r\nN;;\r\n", registry);
        const ImportRow &row = import.rows.at(0);
        QCOMPARE(row.changes.size(), std::size_t{3});
        QCOMPARE(row.changes[0].field, std::string_view("name"));
        QCOMPARE(textOf(row.changes[0].before), QStringLiteral("old"));
        QCOMPARE(textOf(row.changes[0].after), QStringLiteral("new"));
        QCOMPARE(textOf(row.changes[1].after), QStringLiteral("2.5"));
        QCOMPARE(row.changes[2].field, std::string_view("confirmed"));
        QVERIFY(!row.isNew);
        QVERIFY(import.rows.at(1).isNew);
        QCOMPARE(import.changing(), 2);
    }

    void aFileThatIsNoneIsRefusedWhole_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, const char *file, const char *word) {
            QTest::newRow(name) << QByteArray(file) << QString::fromLatin1(word);
        };
        row("empty", "", "empty");
        row("no id", "name,line\nx,y\n", "machineId");
        row("column twice", "machineId,name,name\n", "two columns name");
        row("column twice with its unit", "machineId,idealCycle,idealCycle (ms)\n", "two columns idealCycle");
        row("other unit", "idealCycle (s),name\n", "machineId");
        row("no line", "machineId,lineFrom\n", "line");
        row("no start", "machineId,line,formerLines\n", "lineFrom");
        row("open quote", "machineId\n\"M\n", "row 2");
        row("no text", "\xFF\xFEm\n", "UTF-8");
    }
    void aFileThatIsNoneIsRefusedWhole()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, word);
        const Result<RegistryImport> import =
            previewImport(RegistryKind::Machines, file.toStdString(), {}, now);
        QVERIFY(!import);
        QVERIFY2(import.failure().message.contains(word), qPrintable(import.failure().message));
    }
};

LINEWATCH_TEST(MachineImportTest)
#include "tst_machineimport.moc"

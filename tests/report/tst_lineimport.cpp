// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/anyregistry.h"
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

RegistryImport preview(const std::string &file, const Registry &registry)
{
    Result<RegistryImport> import = previewImport(RegistryKind::Lines, file, registry, now);
    if (!import)
        qFatal("%s", qPrintable(import.failure().message));
    return std::move(*import);
}

RegisteredLine line(const std::string &lineId, const std::string &name)
{
    return {LineId(lineId), name, {}, {}, true};
}

} // namespace

class LineImportTest : public QObject
{
    Q_OBJECT

private slots:
    void whatWasExportedChangesNothing()
    {
        const QLocale german(QLocale::German, QLocale::Germany);
        for (const CsvFormat &format :
             {CsvFormat::of(CsvPreset::Data, QLocale::c(), QTimeZone::utc()),
              CsvFormat::of(CsvPreset::Excel, german, QTimeZone("Europe/Berlin"))}) {
            for (const std::uint32_t seed : {1U, 2U, 3U}) {
                const Registry registry = anyRegistry(seed, now);
                MemorySink sink;
                const auto written = writeRegistry(RegistryKind::Lines, registry, format, sink);
                QVERIFY(written && sink.isCommitted());
                QCOMPARE(*written, std::ssize(registry.lines));
                const std::string file = sink.bytes().toStdString();
                const RegistryImport same = preview(file, registry);
                QCOMPARE(same.rows.size(), registry.lines.size());
                QCOMPARE(same.changing(), 0);
                QCOMPARE(same.refused(), 0);
                QVERIFY(same.unknownColumns.isEmpty());

                const RegistryChange change = preview(file, {}).change({});
                QVERIFY(change.machines.empty());
                Registry copy; // of a store that knows nothing
                for (const RegisteredLine &entry : change.lines)
                    copy.lines.emplace(entry.lineId, entry);
                QVERIFY(copy.lines == registry.lines);
            }
        }
    }

    void goodRowsChangeAndBadOnesSayWhy()
    {
        Registry registry;
        registry.revision = 3;
        registry.lines.emplace(LineId(std::string("L-1")), line("L-1", "Body"));
        registry.lines.emplace(LineId(std::string("L-2")), line("L-2", "Paint"));
        const std::string file = "lineId;name;confirmed;shift\r\n" // row 1
                                 "L-1;Shell;;late\r\n"
                                 "L-2;Paint;yes;\r\n"
                                 "L-3;Door;no;\r\n"
                                 ";Door;;\r\n"
                                 "L-1;Again;;\r\n"
                                 "L-5;Door;maybe;\r\n"
                                 "L-6;Door\r\n";
        const RegistryImport import = preview(file, registry);
        QCOMPARE(import.unknownColumns, QStringList{QStringLiteral("shift")});
        QCOMPARE(import.changing(), 2);
        QCOMPARE(import.refused(), 4);
        const RegistryChange change = import.change(QStringLiteral("import"));
        QCOMPARE(change.basedOn, 3);
        QCOMPARE(change.what, QStringLiteral("import"));
        RegisteredLine door = line("L-3", "Door");
        door.confirmed = false;
        QCOMPARE(change.lines, (std::vector<RegisteredLine>{line("L-1", "Shell"), door}));
        QCOMPARE(import.rows[0].changes.size(), std::size_t{1});
        QCOMPARE(import.rows[0].changes[0].field, std::string_view("name"));
        QVERIFY(!import.rows[1].changesSomething());
        QVERIFY(import.rows[2].isNew);
        const char *const words[] = {"a line's id", "the line is in row 2 already", "confirmed: 'maybe'",
                                     "it has 2 cells"};
        for (std::size_t i = 0; i < 4; ++i) {
            const ImportRow &row = import.rows[3 + i];
            QCOMPARE(row.number, 5 + static_cast<int>(i));
            QVERIFY2(!row.isGood() && row.faults.front().english().contains(QLatin1String(words[i])),
                     words[i]);
        }
    }

    void columnsThatAreNotThereStayAsTheyAre()
    {
        const Registry registry = anyRegistry(4, now);
        for (const auto &[lineId, before] : registry.lines) {
            RegisteredLine expected = before;
            expected.factoryId = FactoryId(std::string("F-77"));
            expected.confirmed = true;
            std::string id = lineId.utf8();
            for (std::size_t at = 0; (at = id.find('"', at)) != std::string::npos; at += 2)
                id.insert(at, 1, '"');
            if (id.starts_with("=") || id.starts_with("-") || id.starts_with("'="))
                id.insert(0, 1, '\'');
            const RegistryImport import = preview("factoryId,lineId\nF-77,\"" + id + "\"\n", registry);
            QCOMPARE(import.change({}).lines, std::vector<RegisteredLine>{expected});
        }
    }

    void aFileOfMachinesIsNoneOfLines()
    {
        MemorySink sink;
        QVERIFY(writeRegistry(RegistryKind::Machines, anyRegistry(1, now), {}, sink));
        const auto import =
            previewImport(RegistryKind::Lines, sink.bytes().toStdString(), anyRegistry(1, now), now);
        QVERIFY(!import);
        QVERIFY2(import.failure().message.contains(QStringLiteral("lineId")),
                 qPrintable(import.failure().message));
    }
};

LINEWATCH_TEST(LineImportTest)
#include "tst_lineimport.moc"

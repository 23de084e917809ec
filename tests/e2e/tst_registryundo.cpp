// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/registrytest.h"
#include "support/testprogram.h"

#include <QRegularExpression>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** `linewatchd undo`, and lines as machines are, beside a running server. */
class RegistryUndoTest : public RegistryTest
{
    Q_OBJECT

private slots:
    void cleanup()
    {
        while (undo().output.startsWith("undone: ")) { }
    }

    void linesAreTakenInAndWrittenAsMachinesAre();
    void linesOfAWindowStayAReport();
    void changesAreTakenBackTheNewestFirst();
    void aDryRunTakesNothingBack();
    void withoutAChangeItSaysSo();
    void whatCannotBeDoneIsSaidInOneLine_data();
    void whatCannotBeDoneIsSaidInOneLine();

private:
    ProgramRun take(const QByteArray &kind, const QByteArray &bytes)
    {
        return importOf(QString::fromUtf8(kind), write(QString::fromUtf8(kind + ".csv"), bytes));
    }
};

void RegistryUndoTest::linesAreTakenInAndWrittenAsMachinesAre()
{
    const QByteArray id = own(u"L"_s).toUtf8();
    const QByteArray before = exportOf(u"lines"_s);
    QVERIFY2(before.startsWith("lineId,name,factoryId,notes,confirmed\r\n"), before.constData());
    const QByteArray file =
        "lineId;name;notes;odd\n" + id + ";\"=1;\"\"a\"\"\";\"two\nlines\";\n;;;\n" + id + ";;;\n";
    const QString path = write(u"lines.csv"_s, file);
    const ProgramRun dry = importOf(u"lines"_s, path, {u"--dry-run"_s});
    QCOMPARE(dry.exitCode, 1);
    QCOMPARE(exportOf(u"lines"_s), before);
    const ProgramRun done = importOf(u"lines"_s, path);
    QCOMPARE(done.exitCode, 1);
    QVERIFY2(done.output.contains("row 2, " + id + ": new line; name: nothing -> '=1;\"a\"'")
                 && done.output.contains("row 4, " + id + ": refused: the line is in row 2 already")
                 && done.output.endsWith("3 rows: 1 changed, 0 as they are, 2 refused\n"),
             done.output.constData());
    const QByteArray after = exportOf(u"lines"_s);
    QVERIFY2(after.contains(id + ",\"'=1;\"\"a\"\"\",,\"two\nlines\",yes\r\n"), after.constData());
    for (const QStringList &preset : {QStringList{}, QStringList{u"--preset"_s, u"excel"_s}}) {
        const QString out = target(u"out.csv"_s);
        QCOMPARE(exportOf(u"lines"_s, preset + QStringList{u"--output"_s, out}), QByteArray());
        const ProgramRun again = importOf(u"lines"_s, out);
        QVERIFY2(again.exitCode == 0 && again.output.contains(" 0 changed, "), again.output.constData());
        QCOMPARE(exportOf(u"lines"_s), after);
    }
}

void RegistryUndoTest::linesOfAWindowStayAReport()
{
    const Micros day = ownDay();
    QCOMPARE(api().postBatch({event().at(day).defects(3).line(own(u"L"_s))}).status(), 200);
    const QStringList window{u"--from"_s, wireTime(day), u"--to"_s, wireTime(day + OneDay)};
    const QByteArray report = exportOf(u"lines"_s, window + QStringList{u"--output"_s, u"-"_s});
    QVERIFY2(report.startsWith("lineId,from (UTC),"), report.constData());
    QVERIFY(report.contains(own(u"L"_s).toUtf8()));
    checkRefused(run(QStringList{u"export"_s, u"lines"_s} + window.mid(0, 2) + here()), "--to");
    QVERIFY(exportOf(u"lines"_s).contains(own(u"L"_s).toUtf8() + ",,,,no\r\n"));
}

void RegistryUndoTest::changesAreTakenBackTheNewestFirst()
{
    const QByteArray machine = own(u"M"_s).toUtf8();
    const QByteArray line = own(u"L"_s).toUtf8();
    const QByteArray noMachines = exportOf(u"machines"_s);
    const QByteArray noLines = exportOf(u"lines"_s);
    QCOMPARE(take("machines", "machineId,name\n" + machine + ",a\n" + machine + "-2,a\n").exitCode, 0);
    const QByteArray machines = exportOf(u"machines"_s);
    QCOMPARE(take("lines", "lineId,name\n" + line + ",b\n").exitCode, 0);
    const ProgramRun newest = undo();
    QCOMPARE(newest.exitCode, 0);
    static const QRegularExpression words(
        u"^undone: import of lines.csv, made 2\\d{3}-\\d\\d-\\d\\dT[\\d:.]+Z, 1 entry\n$"_s);
    QVERIFY2(words.match(QString::fromUtf8(newest.output)).hasMatch(), newest.output.constData());
    QCOMPARE(exportOf(u"lines"_s), noLines);
    QCOMPARE(exportOf(u"machines"_s), machines);
    const ProgramRun before = undo();
    QVERIFY2(before.output.startsWith("undone: import of machines.csv, made ")
                 && before.output.endsWith(", 2 entries\n"),
             before.output.constData());
    QCOMPARE(exportOf(u"machines"_s), noMachines);
    QCOMPARE(check(server().storeFile()).exitCode, 0);
}

void RegistryUndoTest::aDryRunTakesNothingBack()
{
    QCOMPARE(take("machines", "machineId\n" + own(u"M"_s).toUtf8() + "\n").exitCode, 0);
    const QByteArray machines = exportOf(u"machines"_s);
    const ProgramRun dry = undo({u"--dry-run"_s});
    QCOMPARE(dry.exitCode, 0);
    QVERIFY2(dry.output.startsWith("would undo: import of machines.csv, made "), dry.output.constData());
    QCOMPARE(exportOf(u"machines"_s), machines);
    QCOMPARE(undo().output, QByteArray(dry.output).replace("would undo", "undone"));
}

void RegistryUndoTest::withoutAChangeItSaysSo()
{
    for (const QStringList &further : {QStringList{}, QStringList{u"--dry-run"_s}}) {
        const ProgramRun none = undo(further);
        QCOMPARE(none.exitCode, 0);
        QCOMPARE(none.output, QByteArray("there is nothing to undo\n"));
        QCOMPARE(none.error, QByteArray());
    }
}

void RegistryUndoTest::whatCannotBeDoneIsSaidInOneLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](const char *name, const QStringList &arguments, const char *word) {
        QTest::newRow(name) << arguments << QByteArray(word);
    };
    row("undo, a word", QStringList{u"undo"_s, u"everything"_s} + here(), "everything");
    row("undo, unknown option", QStringList{u"undo"_s, u"--all"_s} + here(), "all");
    row("undo, no store", {u"undo"_s, u"--database"_s, u"sqlite:/no/such.db"_s}, "/no/such.db");
    row("import lines, machines",
        QStringList{u"import"_s, u"lines"_s, write(u"m.csv"_s, "machineId\nM\n")} + here(), "lineId");
    row("import lines, no file", QStringList{u"import"_s, u"lines"_s} + here(), "which file");
    row("export lines, unknown preset", QStringList{u"export"_s, u"lines"_s, u"--preset"_s, u"x"_s} + here(),
        "preset");
    row("export lines, a word", QStringList{u"export"_s, u"lines"_s, u"all"_s} + here(), "'all'");
    row("export lines, no folder",
        QStringList{u"export"_s, u"lines"_s, u"--output"_s, u"/no/such/a.csv"_s} + here(), "/no/such");
}

void RegistryUndoTest::whatCannotBeDoneIsSaidInOneLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, word);
    checkRefused(run(arguments), word);
}

LINEWATCH_TEST(RegistryUndoTest)
#include "tst_registryundo.moc"

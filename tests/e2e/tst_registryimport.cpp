// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/registrytest.h"
#include "e2e/threads.h"
#include "support/testprogram.h"

#include <atomic>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** `linewatchd import machines` and `export machines` beside a running server. */
class RegistryImportTest : public RegistryTest
{
    Q_OBJECT

private slots:
    void goodRowsOfABadFileAreTakenAndNoOther();
    void aDryRunChangesNothing();
    void whatIsExportedChangesNothing();
    void machinesOfEventsAreExportedAsNew();
    void answersAreThoseOfTheRegistryAtOnce();
    void aLineCountsFromItsDateOn();
    void postsGoOnWhileMachinesAreImported();
    void whatCannotBeDoneIsSaidInOneLine_data();
    void whatCannotBeDoneIsSaidInOneLine();

private:
    ProgramRun import(const QString &file, const QStringList &further = {})
    {
        return importOf(u"machines"_s, file, further);
    }
    QByteArray exported(const QStringList &further = {}) { return exportOf(u"machines"_s, further); }
    /** What was exported, by machine. */
    QMap<QByteArray, QByteArray> rows()
    {
        QMap<QByteArray, QByteArray> rows;
        for (const QByteArray &row : exported().split('\n'))
            rows.insert(row.left(row.indexOf(',')), row);
        return rows;
    }
};

/** 2,000 machines, of which each fortieth is bad in one of several ways. */
void RegistryImportTest::goodRowsOfABadFileAreTakenAndNoOther()
{
    const QByteArray before = exported();
    QByteArray file = "machineId,name,line,lineFrom,idealCycle (ms),threshold\r\n";
    QByteArrayList bad;
    for (int i = 0; i < 2'000; ++i) {
        const QByteArray id = own(u"M%1"_s.arg(i)).toUtf8();
        const QByteArray number = QByteArray::number(i);
        const QByteArray good = id + ",Press " + number + ",L-1,always,1500,2.5";
        if (i % 40 != 17) {
            file += good + "\r\n";
            continue;
        }
        bad += id;
        const QByteArrayList faults{id + ",Press,L-1,always,0,1",
                                    id + ",Press,L-1,always,1500,many",
                                    id + ",Press,L-1",
                                    id + ",Pr\"ess,L-1,always,1500,1",
                                    id + ",\xFF,L-1,always,1500,1",
                                    id + ",Press,L-1,soon,1500,1"};
        file += faults[i / 40 % faults.size()] + "\r\n";
    }
    QCOMPARE(bad.size(), 50);
    const QString path = write(u"machines.csv"_s, file);
    const ProgramRun dry = import(path, {u"--dry-run"_s});
    QCOMPARE(dry.exitCode, 1);
    QCOMPARE(exported(), before);

    const ProgramRun done = import(path);
    QCOMPARE(done.exitCode, 1);
    QCOMPARE(done.error, QByteArray());
    QVERIFY2(done.output.endsWith("2000 rows: 1950 changed, 0 as they are, 50 refused\n"),
             done.output.right(200).constData());
    QCOMPARE(done.output.count(": refused: "), 50);
    const QMap<QByteArray, QByteArray> after = rows();
    for (int i = 0; i < 2'000; ++i) {
        const QByteArray id = own(u"M%1"_s.arg(i)).toUtf8();
        if (bad.contains(id))
            QVERIFY2(!after.contains(id), id.constData());
        else
            QCOMPARE(after.value(id),
                     id + ",Press " + QByteArray::number(i) + ",L-1,always,,,1500,,,2.5,,,yes\r");
    }
    const ProgramRun again = import(path);
    QVERIFY2(again.output.endsWith("2000 rows: 0 changed, 1950 as they are, 50 refused\n"),
             again.output.right(200).constData());
}

void RegistryImportTest::aDryRunChangesNothing()
{
    const QByteArray before = exported();
    const QByteArray id = own(u"M"_s).toUtf8();
    const QString path = write(u"dry.csv"_s, "machineId,name,odd\n" + id + ",Press,1\n");
    const ProgramRun dry = import(path, {u"--dry-run"_s});
    QCOMPARE(dry.exitCode, 0);
    QCOMPARE(dry.output,
             "column 'odd' is not known and was passed over\n"
             "row 2, "
                 + id
                 + ": new machine; name: nothing -> 'Press'; confirmed: 'no' -> 'yes'\n"
                   "1 row: 1 would change, 0 as they are, 0 refused\n");
    QCOMPARE(exported(), before);
    QCOMPARE(import(path).exitCode, 0);
    QVERIFY(exported() != before);
}

void RegistryImportTest::whatIsExportedChangesNothing()
{
    const QByteArray id = own(u"M"_s).toUtf8();
    const QString path = write(u"in.csv"_s,
                               "machineId;name;line;lineFrom;silenceLimit;threshold;notes;retiredSince\n" + id
                                   + ";\"=1;\"\"a\"\"\";L-1;always;2,5;0,25;\"two\nlines\";\n" + id
                                   + "-2;;L-2;2026-01-15T01:00:00+01:00;;;;2026-02-01T00:00:00Z\n");
    QCOMPARE(import(path).exitCode, 0);
    QCOMPARE(import(write(u"move.csv"_s, "machineId,line\n" + id + ",L-3\n")).exitCode, 0);
    const QByteArray before = exported();
    QVERIFY2(before.contains("always L-1"), before.constData());
    for (const QStringList &preset : {QStringList{}, QStringList{u"--preset"_s, u"excel"_s}}) {
        const QString file = target(u"out.csv"_s);
        QCOMPARE(exported(preset + QStringList{u"--output"_s, file}), QByteArray());
        const ProgramRun again = import(file);
        QVERIFY2(again.exitCode == 0 && again.output.contains(" 0 changed, "), again.output.constData());
        QCOMPARE(exported(), before);
    }
}

void RegistryImportTest::machinesOfEventsAreExportedAsNew()
{
    QCOMPARE(api().postBatch({event()}).status(), 200);
    const QByteArray id = own(u"M"_s).toUtf8();
    QCOMPARE(rows().value(id), id + ",,,,,,,,,,,,no\r");
    QCOMPARE(import(write(u"known.csv"_s, "machineId\n" + id + "\n")).exitCode, 0);
    QCOMPARE(rows().value(id), id + ",,,,,,,,,,,,yes\r");
}

void RegistryImportTest::answersAreThoseOfTheRegistryAtOnce()
{
    const Micros now = nowMicros();
    const Query lastHour{
        {u"machineId"_s, own(u"M"_s)}, {u"start"_s, wireTime(now - OneHour)}, {u"end"_s, wireTime(now)}};
    const auto machine = [this] {
        for (const QJsonValue &item : api().get(u"/machines"_s).items()) {
            if (item[u"machineId"_s].toString() == own(u"M"_s))
                return item.toObject();
        }
        return QJsonObject();
    };
    QCOMPARE(api().postBatch({event().at(now - 6 * OneMinute).defects(1).line(u"stated"_s)}).status(), 200);
    QCOMPARE(api().get(u"/stats"_s, lastHour).object()[u"status"_s].toString(), u"Healthy"_s);
    QCOMPARE(machine()[u"state"_s].toString(), u"Silent"_s);
    QVERIFY(machine()[u"name"_s].isNull());

    const QByteArray id = own(u"M"_s).toUtf8();
    QCOMPARE(import(write(u"answers.csv"_s,
                          "machineId,name,line,lineFrom,factoryId,threshold,silenceLimit\n" + id
                              + ",Press 4,L-9,always,F-9,1,600\n"))
                 .exitCode,
             0);
    QCOMPARE(api().get(u"/stats"_s, lastHour).object()[u"status"_s].toString(), u"Warning"_s);
    QCOMPARE(machine()[u"state"_s].toString(), u"Warning"_s);
    QCOMPARE(machine()[u"name"_s].toString(), u"Press 4"_s);
    QCOMPARE(machine()[u"line"_s].toString(), u"L-9"_s);
    QCOMPARE(machine()[u"factoryId"_s].toString(), u"F-9"_s);
    QCOMPARE(stored()[u"line"_s].toString(), u"stated"_s); // an event that states a line keeps it

    QCOMPARE(
        import(write(u"retired.csv"_s,
                     "machineId,threshold,silenceLimit,retiredSince\n" + id + ",,1,2026-01-01T00:00:00Z\n"))
            .exitCode,
        0);
    QCOMPARE(api().get(u"/stats"_s, lastHour).object()[u"status"_s].toString(), u"Healthy"_s);
    QCOMPARE(machine()[u"state"_s].toString(), u"Healthy"_s);
}

void RegistryImportTest::aLineCountsFromItsDateOn()
{
    const Micros day = ownDay();
    QCOMPARE(api()
                 .postBatch({event(u"A"_s).at(day).defects(1), event(u"B"_s).at(day + OneHour - 1).defects(1),
                             event(u"C"_s).at(day + OneHour).defects(5)})
                 .status(),
             200);
    const QByteArray id = own(u"M"_s).toUtf8();
    const auto assign = [&](const QString &line, const QString &from) {
        const QByteArray row = id + ',' + own(line).toUtf8() + ',' + from.toUtf8() + '\n';
        QCOMPARE(import(write(u"lines.csv"_s, "machineId,line,lineFrom\n" + row)).exitCode, 0);
    };
    const auto top = [&] {
        QStringList lines;
        const Query window{{u"from"_s, wireTime(day)}, {u"to"_s, wireTime(day + OneDay)}};
        for (const QJsonValue &line : api().get(u"/stats/top-defect-lines"_s, window).array())
            lines += u"%1 %2"_s.arg(line[u"lineId"_s].toString()).arg(line[u"totalDefects"_s].toInt());
        return lines;
    };
    assign(u"now"_s, {}); // from the moment of the import: the past stays
    QCOMPARE(top(), QStringList{own(u"M"_s) + u" 7"_s});
    assign(u"L"_s, wireTime(day + OneHour));
    QCOMPARE(top(), (QStringList{own(u"L"_s) + u" 5"_s, own(u"M"_s) + u" 2"_s}));
    QCOMPARE(stored(u"B"_s)[u"line"_s].toString(), own(u"M"_s));
    QCOMPARE(stored(u"C"_s)[u"line"_s].toString(), own(u"L"_s));
    QCOMPARE(api().get(u"/events"_s, {{u"lineId"_s, own(u"M"_s)}}).items().size(), 2);
    assign(u"K"_s, u"always"_s); // the past is rewritten
    QCOMPARE(top(), QStringList{own(u"K"_s) + u" 7"_s});
    QCOMPARE(api().get(u"/events"_s, {{u"lineId"_s, own(u"K"_s)}}).items().size(), 3);
}

void RegistryImportTest::postsGoOnWhileMachinesAreImported()
{
    constexpr int posters = 4;
    constexpr int imports = 6;
    std::atomic<bool> isOver = false;
    std::atomic<int> posted = 0;
    std::atomic<int> failed = 0;
    std::thread importing([&] {
        for (int i = 0; i < imports; ++i) {
            QByteArray file = "machineId,name\n";
            for (int machine = 0; machine < 2'000; ++machine) {
                file += own(u"M%1"_s.arg(machine)).toUtf8() + ",round " + QByteArray::number(i) + '\n';
            }
            const ProgramRun done = import(write(u"busy%1.csv"_s.arg(i), file));
            if (done.exitCode != 0 || !done.output.contains(" 2000 changed, "))
                ++failed;
        }
        isOver = true;
    });
    const Micros day = ownDay();
    inThreads(posters, [&](int poster) {
        ApiClient client = newClient();
        for (int batch = 0; !isOver; ++batch) {
            QJsonArray events;
            for (int i = 0; i < 500; ++i) {
                events.append(
                    WireEvent(own(u"E-%1-%2-%3"_s.arg(poster).arg(batch).arg(i)), own(u"M%1"_s.arg(i)))
                        .at(day + i * OneSecond));
            }
            const BatchAnswer answer = client.postBatch(events);
            if (answer.status() == 200 && answer.count("accepted"_L1) == 500)
                posted += 500;
            else
                ++failed;
        }
    });
    importing.join();
    QCOMPARE(failed.load(), 0);
    QVERIFY(posted > 0);
    qint64 counted = 0;
    for (int machine = 0; machine < 500; ++machine) {
        const Query query{{u"machineId"_s, own(u"M%1"_s.arg(machine))},
                          {u"start"_s, wireTime(day)},
                          {u"end"_s, wireTime(day + OneDay)}};
        counted += api().get(u"/stats"_s, query).object()[u"eventsCount"_s].toInt();
    }
    QCOMPARE(counted, posted.load());
    QCOMPARE(rows().value(own(u"M7"_s).toUtf8()),
             own(u"M7"_s).toUtf8() + ",round " + QByteArray::number(imports - 1) + ",,,,,,,,,,,yes\r");
    QCOMPARE(check(server().storeFile()).exitCode, 0);
}

void RegistryImportTest::whatCannotBeDoneIsSaidInOneLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](const char *name, const QStringList &arguments, const char *word) {
        QTest::newRow(name) << arguments << QByteArray(word);
    };
    const QString good = write(u"good.csv"_s, "machineId\nM\n");
    const QString open = write(u"open.csv"_s, "machineId\n\"M\n");
    const QStringList here = this->here();
    row("nothing", QStringList{u"import"_s} + here, "machines");
    row("something else", QStringList{u"import"_s, u"shifts"_s, good} + here, "machines");
    row("no file", QStringList{u"import"_s, u"machines"_s} + here, "which file");
    row("no such file", QStringList{u"import"_s, u"machines"_s, u"/no/such.csv"_s} + here, "/no/such.csv");
    row("a folder", QStringList{u"import"_s, u"machines"_s, u"/tmp"_s} + here, "/tmp");
    row("a quote that is open", QStringList{u"import"_s, u"machines"_s, open} + here, "row 2");
    row("no store", QStringList{u"import"_s, u"machines"_s, good, u"--database"_s, u"sqlite:/no/such.db"_s},
        "/no/such.db");
    row("no database",
        QStringList{u"import"_s, u"machines"_s, good, u"--database"_s, u"sqlite:/etc/passwd"_s},
        "/etc/passwd");
    row("unknown option", QStringList{u"import"_s, u"machines"_s, good, u"--now"_s} + here, "now");
    row("export, unknown preset", QStringList{u"export"_s, u"machines"_s, u"--preset"_s, u"x"_s} + here,
        "preset");
    row("export, a window", QStringList{u"export"_s, u"machines"_s, u"--from"_s, u"x"_s} + here, "from");
    row("export, no folder",
        QStringList{u"export"_s, u"machines"_s, u"--output"_s, u"/no/such/a.csv"_s} + here, "/no/such");
}

void RegistryImportTest::whatCannotBeDoneIsSaidInOneLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, word);
    checkRefused(run(arguments), word);
}

LINEWATCH_TEST(RegistryImportTest)
#include "tst_registryimport.moc"

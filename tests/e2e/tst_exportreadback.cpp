// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/exporttest.h"
#include "monitor/exportjob.h"
#include "report/filesink.h"
#include "support/csvreaders.h"
#include "support/testprogram.h"

#include <QSignalSpy>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

namespace {

/** A file with a header; cells by the name of their column, without its unit. */
struct Table {
    QStringList names;
    QList<QStringList> rows;

    QString cell(const QStringList &row, const QString &name) const
    {
        for (qsizetype i = 0; i < names.size(); ++i) {
            if (names[i] == name || names[i].startsWith(name + u" ("_s))
                return row.value(i);
        }
        return u"no column "_s + name;
    }
};

/** As the file writes what JSON has: a number, a text, nothing. */
QString cellOf(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    return value.toVariant().toString();
}

} // namespace

/** Other programs read in exported files what the API says. */
class ExportReadBackTest : public ExportTest
{
    Q_OBJECT

private slots:
    void healthIsWhatStatsAnswers()
    {
        const Micros day = postPlant();
        const Table table = exported(u"health"_s, day, day + 7 * OneHour);
        QStringList known;
        for (const QJsonValue &machine : api().get(u"/machines"_s).items())
            known += machine[u"machineId"_s].toString();
        QStringList written;
        for (const QStringList &row : table.rows) {
            const QString machine = table.cell(row, u"machineId"_s);
            written += machine;
            const QJsonObject stats = api()
                                          .get(u"/stats"_s,
                                               {{u"machineId"_s, machine},
                                                {u"start"_s, wireTime(day)},
                                                {u"end"_s, wireTime(day + 7 * OneHour)}})
                                          .object();
            for (const QString &name : {u"start"_s, u"end"_s, u"eventsCount"_s, u"defectsCount"_s,
                                        u"status"_s, u"unknownDefectEvents"_s, u"lastEventTime"_s})
                QCOMPARE(table.cell(row, name), cellOf(stats[name]));
            QCOMPARE(table.cell(row, u"runTime"_s), cellOf(stats[u"runTimeMs"_s]));
            for (const QString &name : {u"avgDefectRate"_s, u"availability"_s})
                QCOMPARE(table.cell(row, name).toDouble(), stats[name].toDouble());
        }
        QCOMPARE(written, known);
        QVERIFY(known.contains(own(u"M1"_s)));
    }

    void linesAreTheTopDefectLines()
    {
        const Micros day = postPlant();
        const Table table = exported(u"lines"_s, day, day + OneDay);
        const QJsonArray lines =
            api()
                .get(u"/stats/top-defect-lines"_s,
                     {{u"from"_s, wireTime(day)}, {u"to"_s, wireTime(day + OneDay)}, {u"limit"_s, u"100"_s}})
                .array();
        QCOMPARE(table.rows.size(), lines.size());
        QCOMPARE(lines.size(), 2);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            for (const QString &name : {u"lineId"_s, u"totalDefects"_s, u"eventCount"_s})
                QCOMPARE(table.cell(table.rows[i], name), cellOf(lines[i][name]));
            QCOMPARE(table.cell(table.rows[i], u"defectsPercent"_s).toDouble(),
                     lines[i][u"defectsPercent"_s].toDouble());
        }
    }

    void eventsAreThoseOfTheApiInItsOrder()
    {
        const Micros day = postPlant();
        compareEvents(exported(u"events"_s, day, day + OneDay), {}, day);
        compareEvents(exported(u"events"_s, day, day + OneDay, {u"--machine"_s, own(u"M1"_s)}),
                      {u"machineId"_s, own(u"M1"_s)}, day);
        compareEvents(exported(u"events"_s, day, day + OneDay, {u"--line"_s, own(u"L0"_s)}),
                      {u"lineId"_s, own(u"L0"_s)}, day);
    }

    void namesChosenToHurtComeBackFromEveryProgram()
    {
        const Micros day = ownDay();
        const QStringList names{u"plain"_s,      u"a,b;c"_s, u"3\" \"pipe\""_s, u"=1+1"_s,           u"+1"_s,
                                u"-1"_s,         u"@x"_s,    u"\U0001F3ED"_s,   u"\u05E7\u05D5 1"_s, u"'"_s,
                                u"back\\slash"_s};
        QJsonArray batch;
        QMap<QString, QString> expected; // as they are in the file, by event
        for (qsizetype i = 0; i < names.size(); ++i) {
            const QString id = own(u"E%1"_s.arg(i));
            batch.append(WireEvent(id, names[i]).line(names[i]).at(day + i * OneSecond).defects(-1));
            const bool guarded = u"=+-@"_s.contains(names[i].front());
            expected[id] = guarded ? u'\'' + names[i] : names[i];
        }
        QCOMPARE(api().postBatch(batch).status(), 200);

        const QString data = exportFile(u"events"_s, day, day + OneDay);
        for (const auto &rows : {readWithPython(data, ','), readWithSqlite(data)}) {
            QCOMPARE(rows.size(), names.size() + 1);
            for (const QStringList &row : rows.mid(1)) {
                for (const int column : {1, 5, 9})
                    QCOMPARE(row[column], expected[row[0]]);
                QCOMPARE(row[4], u"-1"_s);
            }
        }
        const QTemporaryDir office;
        const QString german =
            exportFile(u"events"_s, day, day + OneDay, {u"--preset"_s, u"excel"_s}, u"de_DE.UTF-8"_s);
        for (const auto &rows : {readWithLibreOffice(data, ',', 1033, office.path()),
                                 readWithLibreOffice(german, ';', 1031, office.path())}) {
            QCOMPARE(rows.size(), names.size() + 1);
            for (const auto &row : rows.mid(1)) {
                QCOMPARE(row[1].text, expected[row[0].text]);
                QVERIFY(!row[1].number);
                QCOMPARE(row[3].number, std::optional(1000.0));
                QCOMPARE(row[4].number, std::optional(-1.0));
            }
        }
    }

    void aGermanSpreadsheetReadsTheFiguresOfTheApi()
    {
        const Micros day = postPlant();
        const QString file =
            exportFile(u"health"_s, day, day + 7 * OneHour, {u"--preset"_s, u"excel"_s}, u"de_DE.UTF-8"_s);
        const QTemporaryDir office;
        const auto rows = readWithLibreOffice(file, ';', 1031, office.path());
        int found = 0;
        for (const auto &row : rows) {
            if (row[0].text != own(u"M1"_s))
                continue;
            ++found;
            const QJsonObject stats = api()
                                          .get(u"/stats"_s,
                                               {{u"machineId"_s, row[0].text},
                                                {u"start"_s, wireTime(day)},
                                                {u"end"_s, wireTime(day + 7 * OneHour)}})
                                          .object();
            QCOMPARE(row[7].number, std::optional(stats[u"avgDefectRate"_s].toDouble()));
            QCOMPARE(row[11].number, std::optional(stats[u"availability"_s].toDouble()));
        }
        QCOMPARE(found, 1);
    }

    void theWindowWritesTheSameBytes()
    {
        const Micros day = postPlant();
        linewatch::ReportRequest request;
        request.kind = linewatch::ReportKind::Events;
        request.window = {linewatch::Instant(std::chrono::microseconds(day)),
                          linewatch::Instant(std::chrono::microseconds(day + OneDay))};
        const QString path = target(u"window.csv"_s);
        linewatch::ExportJob job({.database = {server().storeFile()},
                                  .request = request,
                                  .healthThreshold = 2.0,
                                  .openSink = [path] { return linewatch::FileSink::open(path); }});
        QSignalSpy finished(&job, &linewatch::ExportJob::finished);
        QVERIFY(finished.wait());
        const QByteArray bytes = content(path);
        QVERIFY(bytes.size() > 1000);
        QCOMPARE(bytes, content(exportFile(u"events"_s, day, day + OneDay)));
        QCOMPARE(bytes, run(options(u"events"_s, day, day + OneDay, u"-"_s)).output);
    }

private:
    /** Three machines on two lines over a day; the day. */
    Micros postPlant()
    {
        const Micros day = ownDay();
        QJsonArray batch;
        for (int i = 0; i < 300; ++i) {
            WireEvent event(own(u"E%1"_s.arg(i)), own(u"M%1"_s.arg(i % 3)));
            if (i % 5 != 0)
                event = event.line(own(u"L%1"_s.arg(i % 2))).factory(u"F"_s);
            batch.append(
                event.at(day + i * 91 * OneSecond + i).lasting(700 + i).defects(i % 5 == 0 ? 0 : i % 4 - 1));
        }
        [&] { QCOMPARE(api().postBatch(batch).status(), 200); }();
        [&] {
            QCOMPARE(api().postBatch({WireEvent(own(u"E1"_s), own(u"M1"_s)).at(day).defects(9)}).outcomes(),
                     QStringList{u"UPDATED"_s});
        }();
        return day;
    }

    /** The path of a new file; the test has failed when it is empty. */
    QString exportFile(const QString &kind, Micros from, Micros to, const QStringList &further = {},
                       const QString &locale = {})
    {
        const QString file = target(u"%1.csv"_s.arg(++m_files));
        const ProgramRun done = run(options(kind, from, to, file) + further, locale);
        [&] { QVERIFY2(done.finished && done.exitCode == 0, done.error.constData()); }();
        return file;
    }

    Table exported(const QString &kind, Micros from, Micros to, const QStringList &further = {})
    {
        QList<QStringList> rows = readWithPython(exportFile(kind, from, to, further), ',');
        if (rows.isEmpty())
            return {};
        const QStringList names = rows.takeFirst();
        return {names, rows};
    }

    void compareEvents(const Table &table, const std::pair<QString, QString> &filter, Micros day)
    {
        Query query{{u"from"_s, wireTime(day)}, {u"to"_s, wireTime(day + OneDay)}, {u"limit"_s, u"70"_s}};
        if (!filter.first.isEmpty())
            query.append(filter);
        const QJsonArray events = api().getAllItems(u"/events"_s, query);
        QVERIFY(!events.isEmpty());
        QCOMPARE(table.rows.size(), events.size());
        for (qsizetype i = 0; i < events.size(); ++i) {
            for (const QString &name :
                 {u"eventId"_s, u"machineId"_s, u"eventTime"_s, u"defectCount"_s, u"lineId"_s, u"factoryId"_s,
                  u"receivedTime"_s, u"version"_s, u"line"_s})
                QCOMPARE(table.cell(table.rows[i], name), cellOf(events[i][name]));
            QCOMPARE(table.cell(table.rows[i], u"duration"_s), cellOf(events[i][u"durationMs"_s]));
        }
    }

    int m_files = 0;
};

LINEWATCH_TEST(ExportReadBackTest)
#include "tst_exportreadback.moc"

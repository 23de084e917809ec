// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/servertest.h"
#include "support/programrun.h"
#include "support/testprogram.h"

#include <QTemporaryFile>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** GET /lines, and which line an event counts for. */
class LinesTest : public ServerTest
{
    Q_OBJECT

private slots:
    void anEmptyStoreHasNoLines() { QVERIFY(api().get(u"/lines"_s).items().isEmpty()); }

    void aLineCountsItsMachinesOnce()
    {
        const Micros day = ownDay();
        api().postBatch({event(u"A"_s).at(day).line(own(u"L"_s)),
                         event(u"B"_s).at(day + 5).line(own(u"L"_s)).factory(u"F"_s),
                         event(u"C"_s).at(day + 2).line(own(u"L"_s)).with(u"machineId"_s, own(u"N"_s)),
                         event(u"D"_s).at(day + 9)});
        const QJsonObject line{
            {u"lineId"_s, own(u"L"_s)}, {u"machines"_s, 2}, {u"lastEventTime"_s, wireTime(day + 5)}};
        QCOMPARE(find(own(u"L"_s)), line);
        const QJsonObject self{
            {u"lineId"_s, own(u"M"_s)}, {u"machines"_s, 1}, {u"lastEventTime"_s, wireTime(day + 9)}};
        QCOMPARE(find(own(u"M"_s)), self);
    }

    void linesComeInTheOrderOfTheirIds()
    {
        QJsonArray events;
        for (const QString &id : {u"b"_s, u"B"_s, u"é"_s, u"a10"_s, u"a9"_s, u"😀"_s, u"\uffee"_s})
            events.append(event(id).line(own(id)));
        api().postBatch(events);
        QByteArrayList seen;
        for (const QJsonValue &line : api().get(u"/lines"_s).items())
            seen.append(line[u"lineId"_s].toString().toUtf8());
        QVERIFY(seen.size() >= events.size());
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        QVERIFY(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
    }

    void theRegistryGivesALineToEventsThatStateNone()
    {
        const Micros day = ownDay();
        api().postBatch({event(u"silent"_s).at(day).defects(1),
                         event(u"stating"_s).at(day).defects(2).line(own(u"stated"_s)),
                         event(u"other"_s).at(day).defects(4).with(u"machineId"_s, own(u"N"_s))});
        QCOMPARE(lineOf(u"silent"_s), own(u"M"_s));
        // Asked anew, the same events count for the line that the machine is assigned to by then.
        assign(own(u"M"_s), own(u"first"_s));
        QCOMPARE(lineOf(u"silent"_s), own(u"first"_s));
        assign(own(u"M"_s), own(u"assigned"_s));

        QCOMPARE(lineOf(u"silent"_s), own(u"assigned"_s));
        QCOMPARE(lineOf(u"stating"_s), own(u"stated"_s));
        QCOMPARE(lineOf(u"other"_s), own(u"N"_s));
        QVERIFY(!stored(u"silent"_s).contains(u"lineId"_s));
        QCOMPARE(find(own(u"assigned"_s))[u"machines"_s].toInt(), 1);
        QVERIFY(find(own(u"M"_s)).isEmpty());
        QCOMPARE(api().get(u"/events"_s, {{u"lineId"_s, own(u"assigned"_s)}}).items().size(), 1);
        QCOMPARE(topLines(day), (QStringList{own(u"N"_s), own(u"stated"_s), own(u"assigned"_s)}));
    }

private:
    QString lineOf(const QString &name) { return stored(name)[u"line"_s].toString(); }

    QJsonObject find(const QString &lineId)
    {
        for (const QJsonValue &line : api().get(u"/lines"_s).items()) {
            if (line[u"lineId"_s].toString() == lineId)
                return line.toObject();
        }
        return {};
    }

    QStringList topLines(Micros day)
    {
        QStringList ids;
        const Query window{{u"from"_s, wireTime(day)}, {u"to"_s, wireTime(day + OneDay)}};
        for (const QJsonValue &line : api().get(u"/stats/top-defect-lines"_s, window).array())
            ids.append(line[u"lineId"_s].toString());
        return ids;
    }

    /** Assigns the machine for all time, while the server serves. */
    void assign(const QString &machine, const QString &line)
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(u"machineId,line,lineFrom\n%1,%2,always\n"_s.arg(machine, line).toUtf8());
        file.close();
        const ProgramRun import = runProgram(QStringLiteral(LINEWATCHD_FILE),
                                             {u"import"_s, u"machines"_s, file.fileName(), u"--database"_s,
                                              u"sqlite:"_s + server().storeFile()},
                                             isolatedEnvironment(folder().path()));
        QVERIFY2(import.exitCode == 0, (import.output + import.error).constData());
    }
};

LINEWATCH_TEST(LinesTest)
#include "tst_lines.moc"

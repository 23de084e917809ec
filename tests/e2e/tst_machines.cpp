// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/servertest.h"
#include "support/testprogram.h"

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** GET /machines */
class MachinesTest : public ServerTest
{
    Q_OBJECT

private slots:
    void anEmptyStoreHasNoMachines() { QVERIFY(api().get(u"/machines"_s).items().isEmpty()); }

    void aMachineShowsItsNewestEvent()
    {
        const Micros day = ownDay();
        api().postBatch({event(u"A"_s).at(day + OneHour).line(u"L2"_s).factory(u"F2"_s),
                         event(u"B"_s).at(day).line(u"L1"_s).factory(u"F1"_s)});
        QJsonObject machine = find(own(u"M"_s));
        QCOMPARE(machine.take(u"lastReceivedTime"_s), stored(u"B"_s)[u"receivedTime"_s]);
        machine.remove(u"name"_s);
        const QJsonObject expected{{u"machineId"_s, own(u"M"_s)},
                                   {u"line"_s, u"L2"_s},
                                   {u"factoryId"_s, u"F2"_s},
                                   {u"lastEventTime"_s, wireTime(day + OneHour)},
                                   {u"state"_s, u"No data"_s}};
        QCOMPARE(machine, expected);
    }

    void aMachineWithoutLineAndFactoryIsItsOwnLine()
    {
        api().postBatch({event().at(ownDay())});
        QCOMPARE(find(own(u"M"_s))[u"line"_s].toString(), own(u"M"_s));
        QVERIFY(find(own(u"M"_s))[u"factoryId"_s].isNull());
    }

    void theStateIsTheFirstThatFits_data()
    {
        QTest::addColumn<Micros>("age");
        QTest::addColumn<int>("defects");
        QTest::addColumn<QString>("state");
        QTest::newRow("old") << 2 * OneDay << 5 << u"No data"_s;
        QTest::newRow("an hour ago") << OneHour << 5 << u"Silent"_s;
        QTest::newRow("six minutes ago") << 6 * OneMinute << 5 << u"Silent"_s;
        QTest::newRow("just now, without defects") << OneMinute << 0 << u"Healthy"_s;
        QTest::newRow("just now, one defect") << OneMinute << 1 << u"Healthy"_s;
        QTest::newRow("just now, two defects") << OneMinute << 2 << u"Warning"_s;
        QTest::newRow("just now, unknown") << OneMinute << -1 << u"Healthy"_s;
    }
    void theStateIsTheFirstThatFits()
    {
        QFETCH(Micros, age);
        QFETCH(int, defects);
        api().postBatch({event().at(nowMicros() - age).defects(defects)});
        QTEST(find(own(u"M"_s))[u"state"_s].toString(), "state");
    }

    void theHealthWindowIsTheLastHour()
    {
        const Micros now = nowMicros();
        api().postBatch(
            {event(u"A"_s).at(now - OneMinute), event(u"B"_s).at(now - OneHour - OneMinute).defects(50)});
        QCOMPARE(find(own(u"M"_s))[u"state"_s].toString(), u"Healthy"_s);
    }

    void machinesComeInTheOrderOfTheirIds()
    {
        const QStringList ids{u"b"_s, u"B"_s, u"é"_s, u"a10"_s, u"a9"_s, u"😀"_s, u"\uffee"_s};
        QJsonArray events;
        for (const QString &id : ids)
            events.append(WireEvent(own(id), own(id)));
        api().postBatch(events);
        QByteArrayList seen;
        for (const QJsonValue &machine : api().get(u"/machines"_s).items())
            seen.append(machine[u"machineId"_s].toString().toUtf8());
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        QVERIFY(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
        for (const QString &id : ids)
            QVERIFY(seen.contains(own(id).toUtf8()));
    }

    void aLateEventDoesNotTurnTheClockBack()
    {
        const Micros day = ownDay();
        api().postBatch({event(u"A"_s).at(day + OneHour)});
        api().postBatch({event(u"B"_s).at(day)});
        QCOMPARE(find(own(u"M"_s))[u"lastEventTime"_s].toString(), wireTime(day + OneHour));
    }

    void aCorrectionTakesItsTimeAlong()
    {
        const Micros day = ownDay();
        api().postBatch({event(u"A"_s).at(day + OneHour), event(u"B"_s).at(day)});
        api().postBatch({event(u"A"_s).at(day - OneHour)});
        QCOMPARE(find(own(u"M"_s))[u"lastEventTime"_s].toString(), wireTime(day));
    }

private:
    QJsonObject find(const QString &machineId)
    {
        for (const QJsonValue &machine : api().get(u"/machines"_s).items()) {
            if (machine[u"machineId"_s].toString() == machineId)
                return machine.toObject();
        }
        return {};
    }
};

LINEWATCH_TEST(MachinesTest)
#include "tst_machines.moc"

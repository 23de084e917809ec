// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/demostream.h"
#include "simulation/eventjson.h"
#include "support/testprogram.h"

#include <QTest>

#include <map>

using namespace linewatch;
using namespace linewatch::simulation;
using namespace std::chrono_literals;

namespace {

const Instant start = std::chrono::sys_days{std::chrono::year{2026} / 1 / 15} + 6h;

std::vector<Batch> takeAll(DemoStream &stream, Instant now)
{
    std::vector<Batch> batches;
    while (std::optional<Batch> batch = stream.next(now))
        batches.push_back(*std::move(batch));
    return batches;
}

/** All that is posted while a second after the other passes. */
std::vector<Batch> play(DemoStream &stream, Instant from, Instant until)
{
    std::vector<Batch> batches;
    for (Instant now = from; now <= until; now += 1s)
        std::ranges::move(takeAll(stream, now), std::back_inserter(batches));
    return batches;
}

std::vector<IncomingEvent> eventsOf(const std::vector<Batch> &batches)
{
    std::vector<IncomingEvent> events;
    for (const Batch &batch : batches) {
        for (const Element &element : batch.elements) {
            if (element.kind != NoiseKind::Clean)
                continue;
            if (const auto *event = std::get_if<IncomingEvent>(&element.content))
                events.push_back(*event);
        }
    }
    return events;
}

int defectsOf(const std::vector<IncomingEvent> &events, const LineId &line)
{
    int defects = 0;
    for (const IncomingEvent &event : events) {
        if (event.payload.lineId == line)
            defects += std::max(event.payload.defectCount, 0);
    }
    return defects;
}

} // namespace

class TestDemoStream : public QObject
{
    Q_OBJECT

private slots:
    void theSameCallsGiveTheSameBatches()
    {
        const auto textOf = [] {
            DemoStream stream(start, 7);
            QByteArray text;
            for (const Batch &batch : play(stream, start, start + 10min))
                text += toJson(batch);
            return text;
        };
        QCOMPARE(textOf(), textOf());
    }

    void nothingIsPostedBeforeItHappened()
    {
        for (const int speed : {1, 7, 60}) {
            DemoStream stream(start, 3);
            stream.control({.speed = speed}, start);
            for (Instant now = start; now < start + 10min; now += 1s) {
                for (const IncomingEvent &event : eventsOf(takeAll(stream, now)))
                    QVERIFY(event.payload.eventTime <= now);
            }
        }
    }

    void theRateOfEventsFollowsTheSpeed()
    {
        DemoStream stream(start, 5);
        const auto slow = eventsOf(play(stream, start, start + 15min)).size();
        stream.control({.speed = 60}, start + 15min);
        const auto fast = eventsOf(play(stream, start + 15min, start + 30min)).size();
        // The machine that falls silent does so for most of the time.
        const double ratio = static_cast<double>(fast) / static_cast<double>(slow);
        QVERIFY2(ratio > 50 && ratio < 62, qPrintable(QString::number(ratio)));
    }

    void aFasterMachineIsAsOftenDefectiveInAnHour()
    {
        const LineId steady = demoNames().lines.front();
        DemoStream slow(start, 5);
        DemoStream fast(start, 5);
        fast.control({.speed = 60}, start);
        const int before = defectsOf(eventsOf(play(slow, start, start + 2h)), steady);
        const int after = defectsOf(eventsOf(play(fast, start, start + 2h)), steady);
        QVERIFY2(after < 3 * before + 10 && before < 3 * after + 10,
                 qPrintable(QStringLiteral("%1, %2").arg(before).arg(after)));
    }

    void cyclesNeverTakeLongerThanThereIsTime()
    {
        DemoStream stream(start, 9);
        stream.control({.speed = 60}, start);
        std::map<MachineId, std::chrono::microseconds> busy;
        for (const IncomingEvent &event : eventsOf(play(stream, start, start + 10min)))
            busy[event.payload.machineId] += event.payload.duration;
        for (const auto &[machine, time] : busy)
            QVERIFY2(time < 11min, machine.utf8().c_str());
    }

    void aCutHoldsEverythingBackAndThenGivesItOut()
    {
        DemoStream plain(start, 11);
        DemoStream cut(start, 11);
        const auto expected = eventsOf(play(plain, start, start + 30min));
        std::vector<Batch> batches = play(cut, start, start + 5min);
        cut.control({.networkCut = true}, start + 5min);
        QVERIFY(play(cut, start + 5min, start + 20min).empty());
        cut.control({}, start + 20min);
        std::ranges::move(play(cut, start + 20min, start + 30min), std::back_inserter(batches));
        const auto found = eventsOf(batches);
        QCOMPARE(found.size(), expected.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            QVERIFY(found[i].eventId == expected[i].eventId);
    }

    void duplicatesSendEachBatchTwice()
    {
        DemoStream stream(start, 13);
        takeAll(stream, start);
        stream.control({.duplicates = true}, start);
        const std::vector<Batch> batches = play(stream, start + 1s, start + 10min);
        QVERIFY(batches.size() > 100);
        QCOMPARE(batches.size() % 2, std::size_t{0});
        for (std::size_t i = 0; i < batches.size(); i += 2)
            QCOMPARE(toJson(batches[i]), toJson(batches[i + 1]));
    }

    void aWrongClockIsThatOfOneMachine()
    {
        const MachineId machine = demoNames().machines[3];
        DemoStream stream(start, 15);
        takeAll(stream, start);
        stream.control({.clockMachine = machine, .clockError = -40min}, start);
        for (Instant now = start + 1min; now < start + 10min; now += 1s) {
            for (const IncomingEvent &event : eventsOf(takeAll(stream, now))) {
                const auto behind = now - event.payload.eventTime;
                if (event.payload.machineId == machine)
                    QVERIFY(behind >= 40min && behind < 41min);
                else
                    QVERIFY(behind < 2min);
            }
        }
    }

    void defectsRiseOnOneLine()
    {
        const LineId line = demoNames().lines[0];
        DemoStream stream(start, 17);
        const int before = defectsOf(eventsOf(play(stream, start, start + 10min)), line);
        stream.control({.risingLine = line}, start + 10min);
        const auto after = eventsOf(play(stream, start + 10min, start + 20min));
        QVERIFY(defectsOf(after, line) > before + 20);
        QVERIFY(defectsOf(after, demoNames().lines[1]) < 10);
        stream.control({}, start + 20min);
        QVERIFY(defectsOf(eventsOf(play(stream, start + 20min, start + 30min)), line) < 10);
    }

    void noBatchSaysTwoThingsOfAnEvent()
    {
        DemoStream stream(start, 19);
        for (const Batch &batch : play(stream, start + 8h, start + 8h + 10min)) {
            std::map<EventId, EventPayload> said;
            for (const Element &element : batch.elements) {
                if (const auto *event = std::get_if<IncomingEvent>(&element.content))
                    QVERIFY(said.try_emplace(event->eventId, event->payload).first->second == event->payload);
            }
        }
    }

    void whatHappenedBeforeTheStartIsNotFaster()
    {
        DemoStream usual(start, 21);
        DemoStream fast(start, 21);
        fast.control({.speed = 60}, start);
        fast.control({.speed = 60}, start + 8h);
        QCOMPARE(eventsOf(takeAll(fast, start + 8h)).size(), eventsOf(takeAll(usual, start + 8h)).size());
    }
};

LINEWATCH_TEST(TestDemoStream)
#include "tst_demostream.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/mainwindow/translations.h"
#include "ui/models/keyfigures.h"

#include <QRegularExpression>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

/** An hour with round numbers: 6,000 events of 10 machines, each running half the time. */
LiveSnapshot roundHour()
{
    LiveSnapshot snapshot;
    snapshot.takenAt = madeNow();
    snapshot.window = {madeNow() - 60min, madeNow()};
    snapshot.previousWindow = {madeNow() - 120min, madeNow() - 60min};
    snapshot.plant = {.events = 6000, .runTimeMs = 10 * 1'800'000, .defects = 30, .unknownEvents = 12};
    snapshot.plantBefore = {.events = 5000, .runTimeMs = 10 * 1'843'200, .defects = 0, .unknownEvents = 0};
    snapshot.activeMachines = 10;
    snapshot.activeMachinesBefore = 10;
    snapshot.ingest.outcomes = {.accepted = 6000, .deduped = 31, .updated = 6, .rejected = 3};
    snapshot.ingest.lastCommit = 4200us;
    return snapshot;
}

QString note(const Figure &figure)
{
    return plainText(figure.note);
}

} // namespace

class TestKeyFigures : public QObject
{
    Q_OBJECT

private slots:
    void machinesAreCountedByState();
    void exceptionsAreColouredAndTheRestIsNot();
    void aHealthyPlantSaysSo();
    void eventsAreAMinuteAndCompared();
    void afterNextToNothingItIsManyTimesMore();
    void fewEventsShowADecimal();
    void nothingBeforeIsNotAComparison();
    void defectsNameTheirWindowAndTheUnknown();
    void noEventsIsADashNotZero();
    void availabilityIsComparedInPoints();
    void availabilityWithoutMachinesIsADash();
    void ingestNamesWhatArrived();
    void aNodeAmongOthersSaysThatItsIngestIsItsOwn();
    void aViewerNamesTheStoreInPlaceOfIngest();
    void noCommitYetIsADash();
    void fastCommitsShowADecimal();

private:
    const Translations m_translations{QLocale::c()};
};

void TestKeyFigures::machinesAreCountedByState()
{
    const KeyFigures figures = keyFigures(madeSnapshot(), madeFormats());
    QCOMPARE(figures.machines.value, QStringLiteral("34"));
    QCOMPARE(figures.machines.unit, QStringLiteral("of 40 healthy"));
    QCOMPARE(note(figures.machines), QStringLiteral("3 warning, 2 silent, 1 no data"));
    QCOMPARE(figures.states[static_cast<std::size_t>(MachineState::Silent)], 2);
}

void TestKeyFigures::exceptionsAreColouredAndTheRestIsNot()
{
    const TextParts parts = keyFigures(madeSnapshot(), madeFormats()).machines.note;
    QCOMPARE(parts.size(), 5U);
    QCOMPARE(parts[0].tone, Tone::Warning);
    QCOMPARE(parts[2].tone, Tone::Silent);
    QCOMPARE(parts[4].tone, Tone::Muted);
}

void TestKeyFigures::aHealthyPlantSaysSo()
{
    const auto healthy = [](int, int) { return MachineState::Healthy; };
    const KeyFigures figures = keyFigures(madeSnapshot({.lines = 1, .state = healthy}), madeFormats());
    QCOMPARE(note(figures.machines), QStringLiteral("none in warning, none silent"));
}

void TestKeyFigures::eventsAreAMinuteAndCompared()
{
    const Figure events = keyFigures(roundHour(), madeFormats()).events;
    QCOMPARE(events.value, QStringLiteral("100"));
    QCOMPARE(events.unit, QStringLiteral("/min"));
    QCOMPARE(note(events), QStringLiteral("+20 % to the hour before"));
}

void TestKeyFigures::afterNextToNothingItIsManyTimesMore()
{
    LiveSnapshot snapshot = roundHour();
    snapshot.plantBefore.events = 1;
    QCOMPARE(note(keyFigures(snapshot, madeFormats()).events),
             QStringLiteral("over +999 % to the hour before"));
}

void TestKeyFigures::fewEventsShowADecimal()
{
    LiveSnapshot snapshot = roundHour();
    snapshot.plant.events = 90;
    QCOMPARE(keyFigures(snapshot, madeFormats()).events.value, QStringLiteral("1.5"));
    snapshot.plant.events = 0;
    QCOMPARE(keyFigures(snapshot, madeFormats()).events.value, QStringLiteral("0"));
}

void TestKeyFigures::nothingBeforeIsNotAComparison()
{
    LiveSnapshot snapshot = roundHour();
    snapshot.plantBefore = {};
    snapshot.activeMachinesBefore = 0;
    const KeyFigures figures = keyFigures(snapshot, madeFormats());
    QCOMPARE(note(figures.events), QStringLiteral("no events in the hour before"));
    QCOMPARE(note(figures.availability), QStringLiteral("no events in the hour before"));
}

void TestKeyFigures::defectsNameTheirWindowAndTheUnknown()
{
    const Figure defects = keyFigures(roundHour(), madeFormats()).defects;
    QCOMPARE(defects.label, QStringLiteral("Defects, last hour"));
    QCOMPARE(defects.value, QStringLiteral("30"));
    QCOMPARE(note(defects), QStringLiteral("0.5 per 100 events, 12 unknown"));
    QCOMPARE(defects.spoken(), QStringLiteral("Defects, last hour: 30. 0.5 per 100 events, 12 unknown"));
}

void TestKeyFigures::noEventsIsADashNotZero()
{
    LiveSnapshot snapshot = roundHour();
    snapshot.plant = {};
    const Figure defects = keyFigures(snapshot, madeFormats()).defects;
    QCOMPARE(defects.value, QString(dash));
    QCOMPARE(note(defects), QStringLiteral("no events"));
}

void TestKeyFigures::availabilityIsComparedInPoints()
{
    const Figure availability = keyFigures(roundHour(), madeFormats()).availability;
    QCOMPARE(availability.value, QStringLiteral("50.0"));
    QCOMPARE(note(availability), QStringLiteral("\u22121.2 points to the hour before"));
}

void TestKeyFigures::availabilityWithoutMachinesIsADash()
{
    LiveSnapshot snapshot = roundHour();
    snapshot.activeMachines = 0;
    QCOMPARE(keyFigures(snapshot, madeFormats()).availability.value, QString(dash));
}

void TestKeyFigures::ingestNamesWhatArrived()
{
    const Figure ingest = keyFigures(roundHour(), madeFormats()).ingest;
    QCOMPARE(ingest.value, QStringLiteral("4"));
    QCOMPARE(note(ingest), QStringLiteral("0 waiting, 31 duplicates, 6 corrections, 3 rejected"));
}

void TestKeyFigures::aNodeAmongOthersSaysThatItsIngestIsItsOwn()
{
    LiveSnapshot snapshot = roundHour();
    QCOMPARE(keyFigures(snapshot, madeFormats()).ingest.label, QStringLiteral("Ingest"));
    snapshot.ingest.lastRead = 12ms;
    QCOMPARE(keyFigures(snapshot, madeFormats()).ingest.label, QStringLiteral("Ingest, this node"));
}

void TestKeyFigures::aViewerNamesTheStoreInPlaceOfIngest()
{
    LiveSnapshot snapshot = roundHour();
    snapshot.ingest = {.isElsewhere = true, .lastRead = 12ms};
    const Figure store = keyFigures(snapshot, madeFormats()).ingest;
    QCOMPARE(store.label, QStringLiteral("Store"));
    QCOMPARE(store.value, QStringLiteral("12"));
    QVERIFY(
        !note(store).contains(QRegularExpression(QStringLiteral("[0-9]")))); // no zeros that nobody counted
    snapshot.ingest.lastRead = 0us;
    QCOMPARE(keyFigures(snapshot, madeFormats()).ingest.value, QString(dash));
}

void TestKeyFigures::noCommitYetIsADash()
{
    LiveSnapshot snapshot = roundHour();
    snapshot.ingest.lastCommit = 0us;
    QCOMPARE(keyFigures(snapshot, madeFormats()).ingest.value, QString(dash));
}

void TestKeyFigures::fastCommitsShowADecimal()
{
    LiveSnapshot snapshot = roundHour();
    snapshot.ingest.lastCommit = 420us;
    QCOMPARE(keyFigures(snapshot, madeFormats()).ingest.value, QStringLiteral("0.4"));
}

LINEWATCH_WIDGET_TEST(TestKeyFigures)
#include "tst_keyfigures.moc"

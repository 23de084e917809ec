// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/retentionchore.h"

#include "ingest/memorystore.h"
#include "model/samples.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;
using std::chrono::days;

namespace {

class OwnClock final : public Clock
{
public:
    Instant now() const override { return time; }
    Instant time = at("2026-01-31T12:00:00Z");
};

const Failure contended{Failure::Kind::Contended, QStringLiteral("Another one.")};

} // namespace

class RetentionChoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_disk = {};
        m_store = std::move(*openMemoryStore(m_disk));
        m_statistics.emplace();
        m_chore.emplace(m_clock, Retention{days{30}}, *m_statistics);
        m_clock.time = at("2026-01-31T12:00:00Z");
        for (int hour = 0; hour < 24; ++hour) {
            StoredEvent event;
            event.eventId = EventId("E-" + std::to_string(hour));
            event.payload = payloadOf("M-1", at("2026-01-01T00:30:00Z") + hour * 1h);
            m_disk.rows[event.eventId] = event;
        }
    }

    void theHorizonIsRaisedBeforeAnythingGoes()
    {
        m_disk.fault = [this](Step step) -> std::optional<Failure> {
            m_steps.push_back(step);
            if (step == Step::RemoveSome && m_disk.horizon != at("2026-01-01T11:00:00Z"))
                return Failure{};
            return std::nullopt;
        };
        QVERIFY(*m_chore->step(*m_store));
        QCOMPARE(m_disk.rows.size(), 24U); // a step of its own
        QCOMPARE(text(m_disk.horizon), QStringLiteral("2026-01-01T11:00:00Z"));
        QVERIFY(!*m_chore->step(*m_store));
        QCOMPARE(m_disk.rows.size(), 13U);
        QVERIFY((m_steps == std::vector{Step::RaiseHorizon, Step::RemoveSome}));
        QCOMPARE(m_statistics->removed(), 11);
        QCOMPARE(text(m_statistics->horizon()), QStringLiteral("2026-01-01T11:00:00Z"));
    }

    void whatIsDoneIsLeftAloneUntilTheNextHour()
    {
        finish();
        m_disk.fault = [](Step) { return std::optional(Failure{}); };
        m_clock.time += 59min;
        QVERIFY(!*m_chore->step(*m_store));
        m_disk.fault = [](Step) { return std::nullopt; };
        m_clock.time += 1min;
        finish();
        QCOMPARE(m_disk.rows.size(), 12U);
    }

    void whatAProcessLeftIsFinishedByTheNext()
    {
        m_disk.horizon = at("2026-01-01T11:00:00Z");
        QVERIFY(!*m_chore->step(*m_store));
        QCOMPARE(m_disk.rows.size(), 13U);
    }

    void aClockThatStepsBackChangesNothing()
    {
        finish();
        m_clock.time -= 24h;
        finish();
        QCOMPARE(text(m_disk.horizon), QStringLiteral("2026-01-01T11:00:00Z"));
        QCOMPARE(m_disk.rows.size(), 13U);
    }

    void whatFailsIsTriedAgain()
    {
        m_disk.fault = [](Step step) {
            return step == Step::RemoveSome ? std::optional(contended) : std::nullopt;
        };
        QVERIFY(*m_chore->step(*m_store));
        QCOMPARE(m_chore->step(*m_store).failure().kind, Failure::Kind::Contended);
        m_disk.fault = [](Step) { return std::nullopt; };
        QVERIFY(!*m_chore->step(*m_store));
        QCOMPARE(m_disk.rows.size(), 13U);
    }

private:
    void finish()
    {
        while (*m_chore->step(*m_store)) { }
    }

    OwnClock m_clock;
    MemoryDisk m_disk;
    std::unique_ptr<EventStore> m_store;
    std::optional<IngestStatistics> m_statistics;
    std::optional<RetentionChore> m_chore;
    std::vector<Step> m_steps;
};

LINEWATCH_TEST(RetentionChoreTest)
#include "tst_retentionchore.moc"

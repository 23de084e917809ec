// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/minutechanges.h"

#include "model/samples.h"
#include "storage/sqlconnection.h"
#include "storage/storefactory.h"
#include "storage/testengines.h"
#include "support/testprogram.h"

#include <QtTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const Instant noon = at("2026-01-15T12:00:00Z");

StoredEvent stored(const std::string &id, Instant time, Instant stamp, std::int32_t version = 1)
{
    return {EventId(id), payloadOf("M-1", time), stamp, stamp, version};
}

QStringList texts(const std::vector<Instant> &minutes)
{
    QStringList texts;
    for (const Instant minute : minutes)
        texts += text(minute).mid(0, 16);
    return texts;
}

} // namespace

/** What a store says that was changed since a state of it, on every engine. */
class TestMinuteChanges : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestEngines::addEngines(); }
    void init();
    void cleanup();

    void theMinutesOfACommitAreToldOnce();
    void aCorrectionTellsTheMinutesItLeftAndReached();
    void whatIsRolledBackIsNotTold();
    void minutesBeforeTheWindowAreNotTold();
    void lateEventsBeyondADayAreNotNoted();
    void notesOfOldMinutesGo();
    void whatEachNodeChangedIsTold();

private:
    void apply(const ChangeSet &changes);
    void insert(const std::string &id, Instant time, Instant stamp);
    /** Since the last time. */
    QStringList changed(Instant since = Instant{});
    int notes() const;

    TestEngines m_engines;
    DatabaseUrl m_url;
    std::unique_ptr<StoreFactory> m_factory;
    std::unique_ptr<EventStore> m_writer;
    std::unique_ptr<EventReader> m_reader;
    StoreStamps m_seen;
};

void TestMinuteChanges::init()
{
    QFETCH_GLOBAL(const Engine, engine);
    m_url = m_engines.makeDatabase(engine);
    m_factory = std::move(*StoreFactory::open(m_url));
    m_writer = std::move(*m_factory->openWriter());
    m_reader = std::move(*m_factory->openReader());
    m_seen = {};
}

void TestMinuteChanges::cleanup()
{
    m_reader.reset();
    m_writer.reset();
    m_factory.reset();
}

void TestMinuteChanges::apply(const ChangeSet &changes)
{
    QVERIFY(m_writer->begin());
    for (const EventChange &change : changes.changes)
        QVERIFY(m_writer->lookUp(std::span(&change.after.eventId, 1)));
    QVERIFY(m_writer->apply(changes));
}

void TestMinuteChanges::insert(const std::string &id, Instant time, Instant stamp)
{
    apply({{{std::nullopt, stored(id, time, stamp)}}, {}, {}, stamp, {}});
    QVERIFY(m_writer->commit());
}

QStringList TestMinuteChanges::changed(Instant since)
{
    const ReadSnapshot snapshot(*m_reader);
    const auto minutes = m_reader->changedMinutes(m_seen, since);
    m_seen = *m_reader->stamps();
    return minutes ? texts(*minutes) : QStringList(minutes.failure().message);
}

int TestMinuteChanges::notes() const
{
    const auto dialect = TestEngines::dialectOf(m_url);
    const auto connection = std::move(*SqlConnection::open(*dialect, SqlConnection::Access::ReadOnly));
    Result<SqlRows> row = connection->ask(QStringLiteral("SELECT count(*) FROM minute_change"));
    return row && row->next() ? row->value(0).toInt() : -1;
}

void TestMinuteChanges::theMinutesOfACommitAreToldOnce()
{
    QCOMPARE(changed(), QStringList());
    apply({{{std::nullopt, stored("A", noon + 59s, noon)},
            {std::nullopt, stored("B", noon + 10s, noon)},
            {std::nullopt, stored("C", noon - 2h, noon)}},
           {},
           {},
           noon,
           {}});
    QVERIFY(m_writer->commit());
    QCOMPARE(changed(),
             (QStringList{QStringLiteral("2026-01-15T10:00"), QStringLiteral("2026-01-15T12:00")}));
    QCOMPARE(changed(), QStringList());
    insert("D", noon + 20s, noon + 1us);
    QCOMPARE(changed(), QStringList(QStringLiteral("2026-01-15T12:00")));
}

void TestMinuteChanges::aCorrectionTellsTheMinutesItLeftAndReached()
{
    insert("A", noon, noon);
    changed();
    const StoredEvent before = stored("A", noon, noon);
    apply({{{before, stored("A", noon + 5min, noon + 1us, 2)}}, {{before, noon + 1us}}, {}, noon + 1us, {}});
    QVERIFY(m_writer->commit());
    QCOMPARE(changed(),
             (QStringList{QStringLiteral("2026-01-15T12:00"), QStringLiteral("2026-01-15T12:05")}));
}

void TestMinuteChanges::whatIsRolledBackIsNotTold()
{
    apply({{{std::nullopt, stored("A", noon, noon)}}, {}, {}, noon, {}});
    m_writer->rollback();
    QCOMPARE(changed(), QStringList());
    insert("A", noon + 1h, noon + 1us);
    QCOMPARE(changed(), QStringList(QStringLiteral("2026-01-15T13:00")));
}

void TestMinuteChanges::minutesBeforeTheWindowAreNotTold()
{
    insert("A", noon - 1h, noon);
    insert("B", noon, noon + 1us);
    QCOMPARE(changed(noon - 10min), QStringList(QStringLiteral("2026-01-15T12:00")));
}

void TestMinuteChanges::lateEventsBeyondADayAreNotNoted()
{
    insert("A", noon - MinuteChanges::Noted - 1min, noon);
    QCOMPARE(notes(), 0);
    insert("B", noon - MinuteChanges::Noted, noon + 1us);
    QCOMPARE(notes(), 1);
}

void TestMinuteChanges::notesOfOldMinutesGo()
{
    insert("A", noon, noon);
    insert("B", noon + 1h, noon + 1us);
    QCOMPARE(notes(), 2);
    const Instant later = noon + MinuteChanges::Kept + 1min;
    insert("C", later, later);
    QCOMPARE(notes(), 2);
    QCOMPARE(changed(), (QStringList{QStringLiteral("2026-01-15T13:00"), text(later).mid(0, 16)}));
}

void TestMinuteChanges::whatEachNodeChangedIsTold()
{
    QFETCH_GLOBAL(const Engine, engine);
    if (engine == Engine::Sqlite)
        QSKIP("one process writes it");
    const auto otherFactory = std::move(*StoreFactory::open(m_url));
    const auto other = std::move(*otherFactory->openWriter());
    insert("A", noon, noon);
    changed();
    // Its stamps are older than what was seen of the first node.
    QVERIFY(other->begin());
    QVERIFY(other->apply({{{std::nullopt, stored("B", noon, noon - 1h)}}, {}, {}, noon - 1h, {}}));
    QVERIFY(other->commit());
    QCOMPARE(changed(), QStringList(QStringLiteral("2026-01-15T12:00")));
    QCOMPARE(notes(), 2);
    QCOMPARE(changed(), QStringList());
}

LINEWATCH_TEST(TestMinuteChanges)
#include "tst_minutechanges.moc"

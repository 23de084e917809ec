// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/rejectionlist.h"
#include "model/samples.h"
#include "storage/required.h"
#include "storage/testengines.h"
#include "storage/testwriters.h"
#include "support/testprogram.h"

#include <QtTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

/** Lists of rejected events, on every engine. */
class TestRejectionList : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestEngines::addEnginesAndNodes(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        QFETCH_GLOBAL(int, nodes);
        m_writers.emplace(m_engines.makeDatabase(engine), nodes);
    }
    void cleanup() { m_writers.reset(); }
    void rejectedEventsAreCountedByReason();
    void rejectedEventsAreFilteredBySender();

private:
    /** Keeps one more, a second later, by whose turn it is. */
    Instant reject(RejectReason reason, const std::string &machine, const std::string &sender);

    Instant m_now = at("2027-02-18T22:31:17.25Z");
    TestEngines m_engines;
    std::optional<TestWriters> m_writers;
};

Instant TestRejectionList::reject(RejectReason reason, const std::string &machine, const std::string &sender)
{
    TestWriter &writer = m_writers->next();
    m_now += 1s;
    const Instant stamp = writer.stamper.stamp(m_now + writer.ahead).recorded;
    required(commitChanges(*writer.store, {{}, {}, {{stamp, reason, machine, sender, "{}"}}, stamp, {}}));
    return stamp;
}

void TestRejectionList::rejectedEventsAreCountedByReason()
{
    const std::pair<RejectReason, const char *> sent[] = {{RejectReason::InvalidDuration, "M-1"},
                                                          {RejectReason::MissingEventId, "M-2"},
                                                          {RejectReason::InvalidDuration, "M-2"},
                                                          {RejectReason::InvalidDuration, "M-1"},
                                                          {RejectReason::EventInFuture, ""}};
    std::vector<Instant> stamps;
    for (const auto &[reason, machine] : sent)
        stamps.push_back(reject(reason, machine, "127.0.0.1"));
    RejectionFilter filter;
    filter.reason = RejectReason::MissingEventId;
    RejectionList list = required(readRejections(*m_writers->next().reader, filter, 10));
    QCOMPARE(list.page.items.size(), 1U);
    QVERIFY((list.counts
             == std::vector<RejectionCount>{{RejectReason::InvalidDuration, 3},
                                            {RejectReason::MissingEventId, 1},
                                            {RejectReason::EventInFuture, 1}}));
    filter.machineId = "M-1";
    list = required(readRejections(*m_writers->next().reader, filter, 10));
    QVERIFY((list.counts == std::vector<RejectionCount>{{RejectReason::InvalidDuration, 2}}));
    QVERIFY(list.page.items.empty());
    filter = {};
    filter.from = stamps[1];
    filter.to = stamps[3];
    list = required(readRejections(*m_writers->next().reader, filter, 1));
    QVERIFY((list.counts
             == std::vector<RejectionCount>{{RejectReason::MissingEventId, 1},
                                            {RejectReason::InvalidDuration, 1}}));
    QCOMPARE(list.page.items.size(), 1U);
    QVERIFY(list.page.more);
}

void TestRejectionList::rejectedEventsAreFilteredBySender()
{
    const std::pair<RejectReason, const char *> sent[] = {{RejectReason::InvalidDuration, "10.0.0.7"},
                                                          {RejectReason::InvalidDuration, "10.0.0.70"},
                                                          {RejectReason::MissingEventId, "10.0.0.7"},
                                                          {RejectReason::InvalidDuration, "10.0.0.7"},
                                                          {RejectReason::EventInFuture, "gate \u00e4"}};
    for (const auto &[reason, sender] : sent)
        reject(reason, "M-1", sender);
    RejectionFilter filter;
    filter.sender = "10.0.0.7";
    RejectionList list = required(readRejections(*m_writers->next().reader, filter, 10));
    QCOMPARE(list.page.items.size(), 3U);
    for (const RejectedEvent &rejected : list.page.items)
        QCOMPARE(rejected.sender, std::string("10.0.0.7"));
    QVERIFY((list.counts
             == std::vector<RejectionCount>{{RejectReason::InvalidDuration, 2},
                                            {RejectReason::MissingEventId, 1}}));
    QVERIFY((list.senders
             == std::vector<RejectionSender>{{"10.0.0.7", 3}, {"10.0.0.70", 1}, {"gate \u00e4", 1}}));
    filter.reason = RejectReason::InvalidDuration;
    list = required(readRejections(*m_writers->next().reader, filter, 1));
    QVERIFY(list.page.more);
    QVERIFY((list.senders == std::vector<RejectionSender>{{"10.0.0.7", 2}, {"10.0.0.70", 1}}));
    filter.sender = "gate \u00e4";
    QVERIFY(required(readRejections(*m_writers->next().reader, filter, 1)).page.items.empty());
    QCOMPARE(required(m_writers->next().reader->rejectionSenders({}, 2)).size(), 2U);
}

LINEWATCH_TEST(TestRejectionList)
#include "tst_rejectionlist.moc"

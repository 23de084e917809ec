// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/eventindextest.h"
#include "model/samples.h"
#include "storage/required.h"
#include "support/testprogram.h"

#include <QtTest>

#include <set>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

/** Looking for events only as far as the newest ones go. */
class TestCutEventIndex : public EventIndexTest
{
    Q_OBJECT

private slots:
    void aCutIndexIsTheBeginningOfTheWholeOne();
    void idsAreFoundByTheirBeginning();
};

void TestCutEventIndex::aCutIndexIsTheBeginningOfTheWholeOne()
{
    fill(120);
    int cuts = 0;
    for (int round = 0; round < 14; ++round) {
        EventSelection selection{{start(), start() + m_span}, {}, {}};
        selection.machineId = MachineId(std::string(m_dice.chance(30) ? "M-1" : ""));
        selection.defects = static_cast<EventDefects>(m_dice.below(3));
        const LookLimits limits{m_dice.between(1, 120), m_dice.between(1, 25)};
        EventReader &reading = m_store->reader();
        const EventIndex index = required(readEventIndex(reading, selection, limits));
        const Instant from = *index.filter().from;
        QCOMPARE(index.isCut(), from > selection.window.start);
        QVERIFY(!index.isCut() || selection.defects != EventDefects::Any);
        selection.window.start = from;
        const std::vector<Shown> expected = recount(selection);
        QCOMPARE(index.rows(), std::ssize(expected));
        if (index.rows() > 0)
            compareSomeRows(index, expected);
        cuts += index.isCut() ? 1 : 0;
    }
    QVERIFY(cuts > 2);
}

/** Against the beginnings of all ids, those of UUIDs too. */
void TestCutEventIndex::idsAreFoundByTheirBeginning()
{
    std::vector<std::string> ids{"0f",
                                 "0f8fad5b-d9cb-469f-a165-70867728950e",
                                 "0f8fad5b-d9cb-469f-a165-70867728950f",
                                 "0f8fad5b-d9cb-469f-a165",
                                 "0F8FAD5B-D9CB-469F-A165-70867728950E",
                                 "sixteen letters!",
                                 "sixteen letters!!",
                                 "\xc3\xa4hnlich",
                                 "E-1",
                                 "E-10"};
    for (std::size_t i = 0; i < ids.size(); ++i)
        m_store->write({{ids[i], payloadOf("M-1", start() + std::chrono::seconds{i})}});
    std::ranges::reverse(ids);
    std::set<std::string> beginnings{"nothing", "0f8fad5bd", "%", "_"};
    for (const std::string &id : ids) {
        const QString text = QString::fromStdString(id);
        for (qsizetype length = 1; length <= text.size(); ++length)
            beginnings.insert(text.left(length).toStdString());
    }
    for (const std::string &beginning : beginnings) {
        std::vector<EventId> expected;
        for (const std::string &id : ids) {
            if (id.starts_with(beginning))
                expected.emplace_back(id);
        }
        QVERIFY2(required(m_store->reader().newestIds(EventId(beginning), 1'000, 100)) == expected,
                 beginning.c_str());
    }
    QVERIFY(required(m_store->reader().newestIds(EventId(), 1'000, 100)).empty());
    QVERIFY((required(m_store->reader().newestIds(EventId(std::string("E-1")), 1'000, 1))
             == std::vector{EventId(std::string("E-10"))}));
    // The two newest are looked at alone.
    QVERIFY(required(m_store->reader().newestIds(EventId(std::string("s")), 2, 10)).empty());
}

LINEWATCH_TEST(TestCutEventIndex)
#include "tst_cuteventindex.moc"

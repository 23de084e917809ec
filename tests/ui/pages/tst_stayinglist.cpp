// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/models/madeeventreader.h"
#include "ui/pages/stayinglist.h"

#include <QSemaphore>
#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;
using namespace std::chrono_literals;

/** Lists of a number of rows, which is told at once and is whole when a gate lets it. */
class TestStayingList : public QObject
{
    Q_OBJECT

private slots:
    void cleanup()
    {
        m_gate.release(100);
        QTRY_VERIFY(m_gate.available() > 90);
        m_gate.acquire(m_gate.available());
        m_heard.clear();
    }

    void aPartIsShownAndCompletedAndThenStays();
    void whoComesBackBeforeItIsWholeSeesTheListTheyWant();

private:
    StayingList<int>::Questions questions()
    {
        const auto rowsOf = [](const ListedPlace &place) { return place.place.machine.isEmpty() ? 5 : 7; };
        return {.read =
                    [this, rowsOf](const ListedPlace &wanted) {
                        return [this, rows = rowsOf(wanted)](EventReader &,
                                                             const TellPart<int> &tell) -> Result<int> {
                            tell(rows);
                            m_gate.acquire();
                            return rows;
                        };
                    },
                .rows = [](const int &rows) { return std::int64_t{rows}; },
                .count =
                    [rowsOf](const ListedPlace &wanted, const ListedPlace &, const int &) {
                        return [rows = rowsOf(wanted)](EventReader &) -> Result<std::int64_t> {
                            return std::int64_t{rows};
                        };
                    },
                .show =
                    [this](const Result<int> &rows, const ListedPlace &, std::chrono::milliseconds) {
                        m_heard << QStringLiteral("shown %1").arg(*rows);
                        return true;
                    },
                .complete =
                    [this](const Result<int> &rows, std::chrono::milliseconds) {
                        m_heard << QStringLiteral("whole %1").arg(*rows);
                    },
                .showNewer =
                    [this](const Result<std::int64_t> &newer, std::chrono::milliseconds) {
                        m_heard << QStringLiteral("newer %1").arg(*newer);
                    }};
    }
    QString last() const { return m_heard.isEmpty() ? QString() : m_heard.last(); }
    ListedPlace at(const Place &place) { return {&m_queries, {{madeNow() - 1h, madeNow()}, false}, place}; }

    MadeEventCounts m_counts;
    StoreQueries m_queries{[this]() -> Result<std::unique_ptr<EventReader>> {
        return std::unique_ptr<EventReader>(std::make_unique<MadeEventReader>(madeNow(), m_counts));
    }};
    QSemaphore m_gate;
    QStringList m_heard;
};

void TestStayingList::aPartIsShownAndCompletedAndThenStays()
{
    StayingList<int> list(questions());
    list.ask(at(Place::events()));
    QTRY_COMPARE(m_heard, QStringList{QStringLiteral("shown 5")});
    m_gate.release();
    QTRY_COMPARE(last(), QStringLiteral("whole 5"));
    list.ask(at(Place::events()));
    QTRY_COMPARE(last(), QStringLiteral("newer 0"));
    QCOMPARE(m_heard.size(), 3);
}

void TestStayingList::whoComesBackBeforeItIsWholeSeesTheListTheyWant()
{
    StayingList<int> list(questions());
    list.ask(at(Place::events()));
    m_gate.release();
    QTRY_COMPARE(last(), QStringLiteral("whole 5"));
    list.ask(at(Place::eventsOfMachine(MachineId(std::string("M-1")))));
    QTRY_COMPARE(last(), QStringLiteral("shown 7"));
    list.ask(at(Place::events()));
    m_gate.release(2);
    QTRY_COMPARE(last(), QStringLiteral("whole 5"));
    QVERIFY(m_heard.contains(QStringLiteral("shown 5")));
    QCOMPARE(m_heard.lastIndexOf(QStringLiteral("shown 5")), m_heard.size() - 2);
}

LINEWATCH_WIDGET_TEST(TestStayingList)
#include "tst_stayinglist.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/teststore.h"
#include "model/dice.h"
#include "model/samples.h"
#include "support/testprogram.h"
#include "ui/fakescheme.h"
#include "ui/madeplant.h"
#include "ui/models/eventstablemodel.h"
#include "ui/models/madeeventreader.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/longtable.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

const TimeWindow window{at("2026-01-15T06:00:00Z"), at("2026-01-15T14:00:00Z")};
constexpr int eventCount = 50'000;
constexpr int longCount = 10'000'000;

/** One event a second before the end, by hours. */
EventIndex madeIndex(int events)
{
    const Instant end = window.end;
    std::vector<EventIndex::Step> steps;
    int left = events;
    for (int hour = 0; left > 0; ++hour) {
        const int inHour = std::min(left, 3'600);
        steps.push_back({end - std::chrono::hours{hour}, inHour});
        left -= inHour;
    }
    EventFilter filter;
    filter.from = end - std::chrono::seconds{events};
    filter.to = end;
    return {filter, {}, steps};
}

} // namespace

class TestEventsTableModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyRowIsThatOfThePlainList();
    void allRowsAreThereAtOnceAndFilledAsTheyAreSeen();
    void theListStaysWhileEventsComeIn();
    void whatCannotBeReadIsSaid();
    void fastScrollingReadsOnlyWhereItStops();
    void tenMillionRowsAreScrolledWithFewQuestions();
    void columnsAreChosenAndKept();

private:
    EventIndex index(const EventSelection &selection = {window, {}, {}});

    TestStore m_store;
    std::unique_ptr<ReadableStore> m_readable;
    std::vector<std::pair<std::string, int>> m_list; ///< ids and versions, the newest first
    FakeScheme m_desktop;
    std::unique_ptr<ThemeController> m_themes;
    std::unique_ptr<StoreQueries> m_queries;
};

/** Many at the same time, with late ones and corrections. */
void TestEventsTableModel::initTestCase()
{
    m_themes = std::make_unique<ThemeController>(m_desktop);
    Dice dice(5);
    std::vector<Instant> times;
    for (int i = 0; i < eventCount; ++i)
        times.push_back(
            std::chrono::floor<std::chrono::seconds>(dice.between(window.start, window.end - 1s)));
    m_store.insertMany(
        eventCount,
        [&times](int number) {
            return payloadOf(number % 3 == 0 ? "M-1" : "M-2", times[static_cast<std::size_t>(number - 1)],
                             number % 4 - 1, number % 2 == 0 ? "L-1" : "");
        },
        window.end);
    for (int i = 1; i <= 30; ++i)
        m_store.correct("E-" + std::to_string(i * 100),
                        payloadOf("M-1", dice.between(window.start, window.end - 1s), 7, "L-1"),
                        window.end + 1h + std::chrono::seconds{i});
    std::optional<EventCursor> cursor;
    do {
        const auto page = m_store.reader().events({{}, {}, window.start, window.end}, 5'000, cursor);
        QVERIFY(page);
        for (const EventItem &item : page->items)
            m_list.emplace_back(item.event.eventId.utf8(), item.event.version);
        cursor = page->next;
    } while (cursor);
    QCOMPARE(m_list.size(), std::size_t{eventCount});
    auto readable = ReadableStore::open(m_store.url());
    QVERIFY(readable);
    m_readable = std::move(*readable);
    m_queries = std::make_unique<StoreQueries>([this] { return m_readable->openReader(); });
}

EventIndex TestEventsTableModel::index(const EventSelection &selection)
{
    const auto read = readEventIndex(m_store.reader(), selection);
    return read ? *read : EventIndex();
}

void TestEventsTableModel::everyRowIsThatOfThePlainList()
{
    EventsTableModel model(madeFormats());
    model.setIndex(m_queries.get(), index());
    QCOMPARE(model.rowCount(), eventCount);
    std::vector<int> rows;
    for (int row = 0; row < eventCount; row += 97)
        rows.push_back(row);
    rows.push_back(eventCount - 1);
    Dice dice(9);
    for (std::size_t i = rows.size() - 1; i > 0; --i)
        std::swap(rows[i], rows[dice.below(i + 1)]);
    QSignalSpy answers(&model, &QAbstractItemModel::dataChanged);
    for (const int row : rows) {
        model.showRows(row, row);
        while (!model.item(row))
            QVERIFY(answers.wait());
        const StoredEvent &event = model.item(row)->event;
        QVERIFY(std::pair(event.eventId.utf8(), event.version) == m_list[static_cast<std::size_t>(row)]);
        QVERIFY(model.blocksKept() <= EventBlocks::Most);
    }
}

void TestEventsTableModel::allRowsAreThereAtOnceAndFilledAsTheyAreSeen()
{
    EventsTableModel model(madeFormats());
    const EventSelection selection{window, MachineId(std::string("M-1")), LineId(std::string("L-1"))};
    model.setIndex(m_queries.get(), index(selection));
    QVERIFY(model.rowCount() > 1'000 && model.rowCount() < eventCount);
    const auto cell = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(cell(0, EventsTableModel::Event), QStringLiteral("reading…"));
    QCOMPARE(cell(0, EventsTableModel::Time), QStringLiteral("about 15 Jan 15:00"));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.showRows(0, 20);
    QTRY_VERIFY(!changes.isEmpty());
    for (int row = 0; row <= 20; ++row) {
        QCOMPARE(cell(row, EventsTableModel::Machine), QStringLiteral("M-1"));
        QCOMPARE(cell(row, EventsTableModel::Line), QStringLiteral("L-1"));
        QVERIFY(cell(row, EventsTableModel::Time).startsWith(QStringLiteral("15 Jan 2026 14:")));
    }
    QCOMPARE(cell(0, EventsTableModel::Duration), QStringLiteral("4.000 s"));
    const int last = model.rowCount() - 1;
    model.showRows(last - 5, last);
    QTRY_VERIFY(model.item(last));
    QVERIFY(!model.item(last + 1));
}

void TestEventsTableModel::theListStaysWhileEventsComeIn()
{
    TestStore store;
    store.insertMany(
        600, [](int number) { return payloadOf("M-1", window.start + number * 1s); }, window.end);
    const auto readable = ReadableStore::open(store.url());
    QVERIFY(readable);
    StoreQueries queries([&readable] { return (*readable)->openReader(); });
    EventsTableModel model(madeFormats());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const EventSelection selection{window, {}, {}};
    model.setIndex(&queries, *readEventIndex(store.reader(), selection));
    store.correct("E-300", payloadOf("M-9", window.start + 5h), window.end + 1h);
    store.insert("late", payloadOf("M-1", window.start + 300s + 1ms), window.end + 2h);
    for (int row = 599; row >= 0; --row) {
        model.showRows(row, row);
        QTRY_VERIFY(model.item(row));
        QCOMPARE(model.item(row)->event.eventId.utf8(), "E-" + std::to_string(600 - row));
        QCOMPARE(model.item(row)->event.version, 1);
    }
    QCOMPARE(*countEvents(store.reader(), selection), 601);
}

void TestEventsTableModel::whatCannotBeReadIsSaid()
{
    StoreQueries queries([]() -> Result<std::unique_ptr<EventReader>> {
        return Failure{Failure::Kind::Unavailable, QStringLiteral("the disk is gone")};
    });
    EventsTableModel model(madeFormats());
    model.setIndex(&queries, madeIndex(1'000));
    QSignalSpy failures(&model, &EventsTableModel::readFailed);
    model.showRows(0, 10);
    QTRY_COMPARE(failures.count(), 1);
    QCOMPARE(failures.first().first().toString(), QStringLiteral("the disk is gone"));
    QVERIFY(!model.item(0));
}

void TestEventsTableModel::fastScrollingReadsOnlyWhereItStops()
{
    MadeEventCounts counts;
    StoreQueries queries([&counts]() -> Result<std::unique_ptr<EventReader>> {
        return std::unique_ptr<EventReader>(std::make_unique<MadeEventReader>(window.end, counts));
    });
    EventsTableModel model(madeFormats());
    model.setIndex(&queries, madeIndex(longCount));
    constexpr int steps = 5'000;
    for (int step = 0; step < steps; ++step)
        model.showRows(step * (longCount / steps), step * (longCount / steps) + 40);
    const int row = (steps - 1) * (longCount / steps);
    QTRY_VERIFY(model.item(row));
    QCOMPARE(model.item(row)->event.eventId.utf8(), "E-" + std::to_string(row));
    QTRY_VERIFY(model.blocksKept() >= 2);
    QTest::qWait(50);
    // The first place, the last one and what lies around it, each with what is passed over in its step.
    QVERIFY2(counts.pages < 20, qPrintable(QString::number(counts.pages)));
}

void TestEventsTableModel::tenMillionRowsAreScrolledWithFewQuestions()
{
    MadeEventCounts counts;
    StoreQueries queries([&counts]() -> Result<std::unique_ptr<EventReader>> {
        return std::unique_ptr<EventReader>(std::make_unique<MadeEventReader>(window.end, counts));
    });
    EventsTableModel model(madeFormats());
    LongTable table(*m_themes);
    table.setModel(&model);
    connect(&table, &LongTable::rowsSeen, &model, &EventsTableModel::showRows);
    table.resize(900, 500);
    table.show();
    QElapsedTimer timer;
    timer.start();
    model.setIndex(&queries, madeIndex(longCount));
    QTRY_VERIFY(model.item(0));
    qInfo("ten million rows stand after %lld ms", timer.elapsed());
    QCOMPARE(model.rowCount(), longCount);

    table.setFocus();
    QTest::keyClick(&table, Qt::Key_End);
    QCOMPARE(table.currentIndex().row(), longCount - 1);
    QTRY_VERIFY(model.item(longCount - 1));
    QCOMPARE(model.item(longCount - 1)->event.eventId.utf8(), "E-" + std::to_string(longCount - 1));
    QTest::keyClick(&table, Qt::Key_Home);
    QCOMPARE(table.currentIndex().row(), 0);
    QTRY_VERIFY(model.item(0));
    QTest::keyClick(&table, Qt::Key_A); // looks nothing up
    QTest::keyClick(&table, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(table.selectionModel()->selection().first().bottom(), longCount - 1);

    const int before = counts.pages;
    QScrollBar *bar = table.verticalScrollBar();
    constexpr int places = 100;
    QSignalSpy answers(&model, &QAbstractItemModel::dataChanged);
    for (int place = 0; place <= places; ++place) {
        bar->setValue(static_cast<int>(std::int64_t{bar->maximum()} * place / places));
        table.grab();
        while (!model.item(table.rowAt(0)))
            QVERIFY(answers.wait());
    }
    // At each place what is in sight and a block on either side, each with what is passed over in its step;
    // of some 39,000 blocks.
    QVERIFY2(counts.pages - before < 8 * places, qPrintable(QString::number(counts.pages - before)));
    QVERIFY(model.blocksKept() <= EventBlocks::Most);
}

void TestEventsTableModel::columnsAreChosenAndKept()
{
    EventsTableModel model(madeFormats());
    LongTable table(*m_themes);
    table.setModel(&model);
    QByteArray kept;
    connect(&table, &LongTable::columnsChanged, this, [&kept](const QByteArray &state) { kept = state; });
    table.resize(900, 500);
    table.show();
    QVERIFY(kept.isEmpty());
    QTest::keyClick(&table, Qt::Key_Menu);
    auto *menu = table.findChild<QMenu *>();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), int{EventsTableModel::ColumnCount});
    menu->actions().at(EventsTableModel::Received)->trigger();
    QVERIFY(table.isColumnHidden(EventsTableModel::Received));
    table.horizontalHeader()->moveSection(EventsTableModel::Machine, 0);
    QVERIFY(!kept.isEmpty());

    LongTable next(*m_themes);
    next.setModel(&model);
    next.setColumns(kept);
    QCOMPARE(next.shownColumns(), table.shownColumns());
    QCOMPARE(next.shownColumns().first(), int{EventsTableModel::Machine});
    QVERIFY(!next.shownColumns().contains(EventsTableModel::Received));
    next.setColumns(QByteArrayLiteral("nonsense"));
    QCOMPARE(next.shownColumns(), table.shownColumns());
}

LINEWATCH_WIDGET_TEST(TestEventsTableModel)
#include "tst_eventstablemodel.moc"

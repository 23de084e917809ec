// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktopsession.h"

#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/testprogram.h"
#include "support/wireevent.h"
#include "ui/calculation.h"
#include "ui/models/grouptablemodel.h"
#include "ui/models/machinegridmodel.h"
#include "ui/models/machinetablemodel.h"
#include "ui/pages/linespage.h"
#include "ui/pages/machinespage.h"
#include "ui/pages/machineview.h"
#include "ui/pages/overviewpage.h"
#include "ui/widgets/keyfigurecard.h"

#include <QSettings>
#include <QTableView>
#include <QTest>

#include <map>
#include <random>

using namespace linewatch;
using namespace linewatch::test;
using namespace Qt::StringLiterals;

namespace {

constexpr Micros span = 3 * OneDay; ///< from TestDay on, in which events lie
constexpr int windows = 12;

/** What GET /stats answered for each machine. */
using StatsByMachine = std::map<QString, QJsonObject>;

TimeWindow windowOf(Micros start, Micros end)
{
    return {Instant(std::chrono::microseconds(start)), Instant(std::chrono::microseconds(end))};
}

QTableView *tableOf(const QWidget &page)
{
    for (QTableView *table : page.findChildren<QTableView *>()) {
        if (table->isVisible())
            return table;
    }
    return nullptr;
}

QString cell(const QTableView &table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

/** -1: there is none. */
int rowOf(const QTableView &table, const QString &name)
{
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        if (cell(table, row, 0) == name)
            return row;
    }
    return -1;
}

/** In percent with two places, as shares of events are kept; a page may show one of them. */
double shareOf(const QJsonValue &part, double events)
{
    return std::round(10'000 * part.toDouble() / events) / 100;
}

/** The figure of a card, as it is heard: 'Defect rate: 12.0 /h. ...' */
QString cardText(const QWidget &page, const QString &label)
{
    for (const auto *card : page.findChildren<ui::KeyFigureCard *>()) {
        if (card->isVisible() && card->accessibleDescription().startsWith(label))
            return card->accessibleDescription().section(u": "_s, 1).section(u". "_s, 0, 0);
    }
    return {};
}

} // namespace

/**
 * The desktop as main() puts it together. Events come in over HTTP, with corrections, repeats, unknown
 * defects and rejected ones; then the texts on its pages are held against what its own API answers for the
 * same windows, which are made by chance.
 */
class FiguresOfPagesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void theOverviewShowsWhatTheApiAnswers();
    void theLinesShowWhatTheApiAnswers();
    void theMachinesShowWhatTheApiAnswers();
    void listedStatesAndTimesAreThoseOfTheApi();

private:
    void post();
    TimeWindow chanceWindow();
    void open(const TimeWindow &window);
    template <class Page>
    Page *goTo(const ui::Place &place);
    StatsByMachine statsOf(const TimeWindow &window);
    QJsonArray linesOf(const TimeWindow &window);
    /** That the number on screen is @p exact, rounded to as many places. */
    void same(const QString &onScreen, double exact, const QString &what);
    void checkRow(const QTableView &table, int row, const QJsonObject &stats);
    void checkCards(const QWidget &page, const QJsonObject &stats);

    QTemporaryDir m_home;
    ContractCheck m_contract;
    std::mt19937_64 m_chance{5};
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<DesktopSession> m_session;
    std::unique_ptr<ApiClient> m_api;
    int m_compared = 0;
};

void FiguresOfPagesTest::initTestCase()
{
    m_settings = std::make_unique<QSettings>(m_home.filePath(u"window.ini"_s), QSettings::IniFormat);
    m_window =
        std::make_unique<ui::MainWindow>(*m_settings, ui::Formats(QLocale(u"en_GB"_s), QTimeZone::utc()));
    m_session = std::make_unique<DesktopSession>(*m_window);
    MonitorSettings monitor;
    monitor.database.sqlitePath = m_home.filePath(u"plant.db"_s);
    monitor.port = 0;
    QVERIFY(m_session->startOwn(monitor));
    m_api = std::make_unique<ApiClient>(static_cast<quint16>(m_session->endpoint().port()), m_contract);
    post();
    m_window->resize(1366, 768);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void FiguresOfPagesTest::cleanupTestCase()
{
    QCOMPARE(m_contract.take(), QStringList());
    QVERIFY2(m_compared > 500, qPrintable(QString::number(m_compared)));
    m_api.reset();
    m_session.reset();
    m_window.reset();
}

/**
 * M-1 to M-5 stay on a line. M-6 states none, so that an event that becomes one of its stays where it was;
 * M-7 is now here, now there.
 */
void FiguresOfPagesTest::post()
{
    const auto below = [this](Micros bound) { return static_cast<Micros>(m_chance() % quint64(bound)); };
    QJsonArray batch;
    for (int i = 0; i < 900; ++i) {
        const Micros number = 1 + below(7);
        WireEvent event = WireEvent(u"E-%1"_s.arg(below(700)), u"M-%1"_s.arg(number)) // some are corrections
                              .at(TestDay + below(span))
                              .lasting(static_cast<int>(below(900'000)))
                              .defects(static_cast<int>(below(5)) - 1);
        if (number != 6)
            event = event.line(u"L-%1"_s.arg(number == 7 ? 1 + below(3) : 1 + number % 3));
        batch.append(below(30) == 0 ? event.without(u"durationMs"_s) : event);
    }
    const Micros now = nowMicros();
    batch.append(WireEvent(u"N-1"_s, u"M-8"_s).at(now - OneMinute).defects(0));
    batch.append(WireEvent(u"N-2"_s, u"M-9"_s).at(now - 20 * OneMinute).defects(0));
    batch.append(WireEvent(u"N-3"_s, u"M-10"_s).at(now - OneMinute).defects(9));
    const BatchAnswer answer = m_api->postBatch(batch);
    QCOMPARE(answer.status(), 200);
    for (const QLatin1String outcome : {"accepted"_L1, "updated"_L1, "rejected"_L1})
        QVERIFY(answer.count(outcome) > 0);
}

TimeWindow FiguresOfPagesTest::chanceWindow()
{
    const Micros one = TestDay + static_cast<Micros>(m_chance() % quint64(span));
    const Micros other = TestDay + static_cast<Micros>(m_chance() % quint64(span));
    return windowOf(std::min(one, other), std::max(one, other) + 1);
}

/** On all pages, and waits until it is on the Overview. */
void FiguresOfPagesTest::open(const TimeWindow &window)
{
    ui::Place place = ui::Place::overview();
    place.window = window;
    m_window->openLink(ui::linkTo(place));
    const auto *page = m_window->findChild<ui::OverviewPage *>();
    QTRY_VERIFY2(page->shown() && page->shown()->window == window, qPrintable(ui::linkTo(place).toString()));
}

/** In the window of time that is open; waits until its figures are there. */
template <class Page>
Page *FiguresOfPagesTest::goTo(const ui::Place &place)
{
    m_window->openLink(ui::linkTo(place));
    auto *page = m_window->findChild<Page *>();
    return QTest::qWaitFor([page] { return page->isVisible() && !page->isWaiting(); }) ? page : nullptr;
}

StatsByMachine FiguresOfPagesTest::statsOf(const TimeWindow &window)
{
    StatsByMachine stats;
    for (int number = 1; number <= 7; ++number) {
        const QString machine = u"M-%1"_s.arg(number);
        stats[machine] = m_api
                             ->get(u"/stats"_s,
                                   {{u"machineId"_s, machine},
                                    {u"start"_s, wireTime(window.start.time_since_epoch().count())},
                                    {u"end"_s, wireTime(window.end.time_since_epoch().count())}})
                             .object();
    }
    return stats;
}

QJsonArray FiguresOfPagesTest::linesOf(const TimeWindow &window)
{
    return m_api
        ->get(u"/stats/top-defect-lines"_s,
              {{u"from"_s, wireTime(window.start.time_since_epoch().count())},
               {u"to"_s, wireTime(window.end.time_since_epoch().count())},
               {u"limit"_s, u"100"_s}})
        .array();
}

void FiguresOfPagesTest::same(const QString &onScreen, double exact, const QString &what)
{
    const auto number = ui::firstNumberIn(onScreen);
    const bool isSame = number && number->isRoundingOf(static_cast<long double>(exact));
    QVERIFY2(isSame, qPrintable(u"%1: '%2' on screen, %3 of the API"_s.arg(what, onScreen).arg(exact)));
    ++m_compared;
}

void FiguresOfPagesTest::theOverviewShowsWhatTheApiAnswers()
{
    for (int i = 0; i < windows; ++i) {
        const TimeWindow window = chanceWindow();
        open(window);
        const auto &page = *m_window->findChild<ui::OverviewPage *>();
        const auto &grid = *page.findChild<ui::MachineGridModel *>();
        const StatsByMachine stats = statsOf(window);
        std::map<QString, qint64> sums;
        int active = 0;
        for (int row = 0; row < grid.rowCount(); ++row) {
            const ui::MachineTile tile = grid.tile(row);
            const QJsonObject machine = stats.contains(tile.name) ? stats.at(tile.name) : QJsonObject();
            const bool hasEvents = machine[u"eventsCount"_s].toInteger() > 0;
            active += hasEvents ? 1 : 0;
            for (const QString &member : {u"eventsCount"_s, u"defectsCount"_s, u"runTimeMs"_s})
                sums[member] += machine[member].toInteger();
            QCOMPARE(tile.state, hasEvents ? machine[u"status"_s].toString() : u"No data"_s);
            if (hasEvents)
                same(tile.rate, machine[u"avgDefectRate"_s].toDouble(), tile.name);
        }
        if (sums[u"eventsCount"_s] == 0)
            continue;
        const double minutes = std::chrono::duration<double, std::ratio<60>>(window.length()).count();
        const double used = static_cast<double>(sums[u"runTimeMs"_s]) / 60'000 / (minutes * active);
        same(cardText(page, u"Events"_s), static_cast<double>(sums[u"eventsCount"_s]) / minutes, u"events"_s);
        same(cardText(page, u"Defects"_s), static_cast<double>(sums[u"defectsCount"_s]), u"defects"_s);
        same(cardText(page, u"Availability"_s), 100 * std::min(1.0, used), u"availability"_s);
        qint64 ofLines = 0;
        for (const QJsonValue &line : linesOf(window))
            ofLines += line[u"totalDefects"_s].toInteger();
        QCOMPARE(ofLines, sums[u"defectsCount"_s]);
    }
}

void FiguresOfPagesTest::theLinesShowWhatTheApiAnswers()
{
    for (int i = 0; i < windows; ++i) {
        const TimeWindow window = chanceWindow();
        open(window);
        const auto *page = goTo<ui::LinesPage>(ui::Place::lines());
        QVERIFY(page);
        const QJsonArray lines = linesOf(window);
        const QTableView *table = tableOf(*page);
        if (lines.isEmpty())
            continue;
        QVERIFY(table);
        for (const QJsonValue &line : lines) {
            const QString name = line[u"lineId"_s].toString();
            const int row = rowOf(*table, name);
            QVERIFY2(row >= 0, qPrintable(name));
            using Column = ui::GroupTableModel;
            same(cell(*table, row, Column::Defects), line[u"totalDefects"_s].toDouble(), name);
            same(cell(*table, row, Column::Events), line[u"eventCount"_s].toDouble(), name);
            same(cell(*table, row, Column::Percent), line[u"defectsPercent"_s].toDouble(), name);
        }
        const QString first = lines.first()[u"lineId"_s].toString();
        const auto *ofLine = goTo<ui::LinesPage>(ui::Place::ofLine(LineId(first)));
        QVERIFY(ofLine);
        same(cardText(*ofLine, u"Events"_s), lines.first()[u"eventCount"_s].toDouble(), first);
        same(cardText(*ofLine, u"Defects per 100"_s), lines.first()[u"defectsPercent"_s].toDouble(), first);
        for (const auto &[machine, stats] : statsOf(window)) {
            const int row = rowOf(*tableOf(*ofLine), machine);
            const bool isOnlyThere = machine != u"M-6"_s && machine != u"M-7"_s;
            if (row >= 0 && isOnlyThere && stats[u"eventsCount"_s].toInteger() > 0)
                checkRow(*tableOf(*ofLine), row, stats);
        }
    }
}

/** Of a machine on its line. */
void FiguresOfPagesTest::checkRow(const QTableView &table, int row, const QJsonObject &stats)
{
    using Column = ui::GroupTableModel;
    const QString name = cell(table, row, Column::Name);
    same(cell(table, row, Column::Rate), stats[u"avgDefectRate"_s].toDouble(), name);
    same(cell(table, row, Column::Events), stats[u"eventsCount"_s].toDouble(), name);
    same(cell(table, row, Column::Defects), stats[u"defectsCount"_s].toDouble(), name);
    same(cell(table, row, Column::Availability), 100 * stats[u"availability"_s].toDouble(), name);
    QCOMPARE(cell(table, row, Column::State), stats[u"status"_s].toString());
}

void FiguresOfPagesTest::theMachinesShowWhatTheApiAnswers()
{
    for (int i = 0; i < windows; ++i) {
        const TimeWindow window = chanceWindow();
        open(window);
        const auto *page = goTo<ui::MachinesPage>(ui::Place::machines());
        QVERIFY(page);
        const QTableView *table = tableOf(*page);
        const StatsByMachine all = statsOf(window);
        for (const auto &[name, stats] : all) {
            const int row = rowOf(*table, name);
            QVERIFY2(row >= 0, qPrintable(name));
            using Column = ui::MachineTableModel;
            const double events = stats[u"eventsCount"_s].toDouble();
            same(cell(*table, row, Column::Events), events, name);
            if (events == 0) {
                QCOMPARE(cell(*table, row, Column::DefectRate), QString(ui::dash));
                continue;
            }
            same(cell(*table, row, Column::DefectRate), stats[u"avgDefectRate"_s].toDouble(), name);
            same(cell(*table, row, Column::Availability), 100 * stats[u"availability"_s].toDouble(), name);
            same(cell(*table, row, Column::DefectsPer100), 100 * stats[u"defectsCount"_s].toDouble() / events,
                 name);
            same(cell(*table, row, Column::Unknown), shareOf(stats[u"unknownDefectEvents"_s], events), name);
        }
        const QString machine = u"M-%1"_s.arg(1 + i % 7);
        const auto *ofMachine = goTo<ui::MachinesPage>(ui::Place::ofMachine(MachineId(machine)));
        QVERIFY(ofMachine);
        if (all.at(machine)[u"eventsCount"_s].toInteger() > 0)
            checkCards(*ofMachine, all.at(machine));
    }
}

void FiguresOfPagesTest::checkCards(const QWidget &page, const QJsonObject &stats)
{
    const QString name = stats[u"machineId"_s].toString();
    const double events = stats[u"eventsCount"_s].toDouble();
    same(cardText(page, u"Defect rate"_s), stats[u"avgDefectRate"_s].toDouble(), name);
    same(cardText(page, u"Availability"_s), 100 * stats[u"availability"_s].toDouble(), name);
    same(cardText(page, u"Events"_s), events, name);
    same(cardText(page, u"Defects per 100"_s), 100 * stats[u"defectsCount"_s].toDouble() / events, name);
    same(cardText(page, u"Mean cycle time"_s), stats[u"runTimeMs"_s].toDouble() / 1'000 / events, name);
}

void FiguresOfPagesTest::listedStatesAndTimesAreThoseOfTheApi()
{
    open(windowOf(TestDay, TestDay + span));
    const auto *page = goTo<ui::MachinesPage>(ui::Place::machines());
    QVERIFY(page);
    const QTableView *table = tableOf(*page);
    const QJsonArray machines = m_api->get(u"/machines"_s).items();
    QCOMPARE(machines.size(), qsizetype{table->model()->rowCount()});
    QSet<QString> states;
    for (const QJsonValue &machine : machines) {
        const int row = rowOf(*table, machine[u"machineId"_s].toString());
        QVERIFY(row >= 0);
        using Column = ui::MachineTableModel;
        states << cell(*table, row, Column::State);
        QCOMPARE(cell(*table, row, Column::State), machine[u"state"_s].toString());
        QCOMPARE(cell(*table, row, Column::Line), machine[u"line"_s].toString());
        const QDateTime last =
            QDateTime::fromString(machine[u"lastEventTime"_s].toString(), Qt::ISODateWithMs).toUTC();
        QCOMPARE(cell(*table, row, Column::LastEvent),
                 QLocale(u"en_GB"_s).toString(last, u"d MMM HH:mm:ss"_s));
    }
    QCOMPARE(states.size(), 4); // No data, Silent, Warning and Healthy
}

LINEWATCH_WIDGET_TEST(FiguresOfPagesTest)
#include "tst_figuresofpages.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Not a test: how late the window answers while the list of events is scrolled over a store on disk. The GUI
// thread may be busy for 16 ms at a stretch.
//     QT_QPA_PLATFORM=offscreen LINEWATCH_BENCH_EVENTS=1000000 linewatch_bench_events
#include "analytics/teststore.h"
#include "bench/window/latenessprobe.h"
#include "model/samples.h"
#include "ui/fakescheme.h"
#include "ui/madeplant.h"
#include "ui/models/eventstablemodel.h"
#include "ui/pages/eventspage.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/longtable.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

const TimeWindow window{at("2026-01-14T14:00:00Z"), at("2026-01-15T14:00:00Z")};
constexpr std::chrono::seconds length{8};
constexpr std::chrono::milliseconds frame{16};

int eventCount()
{
    const int given = qEnvironmentVariableIntValue("LINEWATCH_BENCH_EVENTS");
    return given > 0 ? given : 1'000'000;
}

} // namespace

class BenchEvents : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void scroll_data();
    void scroll();

private:
    TestStore m_store;
    std::unique_ptr<ReadableStore> m_readable;
    std::unique_ptr<StoreQueries> m_queries;
};

/** A day of 400 machines on 40 lines. */
void BenchEvents::initTestCase()
{
    const int count = eventCount();
    const auto step = window.length() / (count + 1);
    m_store.insertMany(
        count,
        [step](int number) {
            const int machine = number % 400;
            const std::string name = "M-" + std::to_string(machine);
            const std::string line = "L-" + std::to_string(machine / 10);
            return payloadOf(name.c_str(), window.start + number * step, number % 50 == 0, line.c_str());
        },
        window.end);
    auto readable = ReadableStore::open(m_store.url());
    QVERIFY(readable);
    m_readable = std::move(*readable);
    m_queries = std::make_unique<StoreQueries>([this] { return m_readable->openReader(); });
}

void BenchEvents::scroll_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<qint64>("pixels"); // a frame; 0: through all of the list
    QTest::newRow("by a wheel") << QString() << qint64{90};
    QTest::newRow("by pages") << QString() << qint64{800};
    QTest::newRow("by the bar") << QString() << qint64{0};
    QTest::newRow("one line by a wheel") << QStringLiteral("L-7") << qint64{90};
    QTest::newRow("one line by the bar") << QStringLiteral("L-7") << qint64{0};
}

void BenchEvents::scroll()
{
    QFETCH(const QString, line);
    QFETCH(const qint64, pixels);
    FakeScheme desktop;
    ThemeController themes(desktop);
    EventsPage page(themes, madeFormats(), nullptr);
    page.setPlace(Place::eventsOfLine(LineId(line)));
    page.setShownTime({window, false});
    page.setStore(m_queries.get(), {});
    page.resize(1'740, 960);
    QElapsedTimer timer;
    timer.start();
    page.show();
    auto *model = page.findChild<EventsTableModel *>();
    QTRY_VERIFY_WITH_TIMEOUT(model->item(0), 30'000);
    const qint64 shownAfter = timer.elapsed();

    QScrollBar *bar = page.findChild<LongTable *>()->verticalScrollBar();
    const auto frames = length / frame;
    const qint64 jump = pixels > 0 ? pixels : bar->maximum() / frames;
    bench::LatenessProbe probe;
    QTimer ticks;
    int seen = 0;
    int filled = 0;
    connect(&ticks, &QTimer::timeout, this, [&] {
        const auto *table = page.findChild<LongTable *>();
        ++seen;
        filled += model->item(table->rowAt(0)) ? 1 : 0;
        bar->setValue(static_cast<int>(std::min<qint64>(bar->value() + jump, bar->maximum())));
    });
    ticks.start(frame);
    QTest::qWait(std::chrono::milliseconds(length).count());
    ticks.stop();
    const bench::LatenessCounts lateness = probe.take();
    timer.restart();
    const int row = page.findChild<LongTable *>()->rowAt(0);
    QTRY_VERIFY_WITH_TIMEOUT(model->item(row), 30'000);
    qInfo("%d rows, the first after %lld ms; answers p50 %.1f ms, p99 %.1f ms, at most %.1f ms; %d %% of %d "
          "frames filled, the last %lld ms after the end",
          model->rowCount(), shownAfter, 1e3 * lateness.percentile(0.5), 1e3 * lateness.percentile(0.99),
          1e3 * lateness.max(), 100 * filled / seen, seen, timer.elapsed());
}

QTEST_MAIN(BenchEvents)
#include "bench_events.moc"

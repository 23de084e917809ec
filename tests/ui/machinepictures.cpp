// SPDX-License-Identifier: GPL-3.0-or-later
// A tool for whoever works on the screens: paints the page of machines, with a made store, into PNG files.
//     QT_QPA_PLATFORM=offscreen linewatch_machinepictures FOLDER [part of a name]
#include "analytics/teststore.h"
#include "model/samples.h"
#include "model/systemclock.h"
#include "storage/readablestore.h"
#include "ui/charts/chartcanvas.h"
#include "ui/fakescheme.h"
#include "ui/madeplant.h"
#include "ui/pages/machinespage.h"
#include "ui/theme/themecontroller.h"

#include <QApplication>
#include <QDir>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

#include <cstdio>
#include <random>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

constexpr int machineCount = 40;
constexpr auto pace = 500ms; ///< between two events of the plant
constexpr auto past = 9h;

std::string machineName(int machine)
{
    const QString name =
        QStringLiteral("M-%1%2").arg(1 + machine / 10).arg(1 + machine % 10, 2, 10, QLatin1Char('0'));
    return name.toStdString();
}

/** Nine hours of forty machines. The third had a bad hour and was silent twice; its clock is 3 s ahead. */
EventPayload payload(int number, Instant start, std::mt19937 &chance)
{
    static const std::array lines{"Press 2", "Weld 1", "Paint A", "Mould 3"};
    const int machine = number % machineCount;
    Instant time = start + number * pace;
    const auto since = std::chrono::duration_cast<std::chrono::minutes>(time - start);
    const bool isBad = machine == 2 && since > 6h && since < 7h;
    std::int32_t defects = std::uniform_int_distribution(1, isBad ? 20 : 180)(chance) == 1 ? 1 : 0;
    if (std::uniform_int_distribution(1, 90)(chance) == 1)
        defects = UnknownDefects;
    std::string name = machineName(machine);
    if (machine == 2) {
        const bool isSilent =
            (since > 3h && since < 3h + 40min) || (since > 7h + 20min && since < 7h + 32min);
        if (isSilent)
            name = machineName(3);
        time += 3s;
    }
    std::normal_distribution<double> cycle(isBad ? 17'500 : 15'000, 900);
    return test::payloadOf(name.c_str(), time, defects, lines[static_cast<std::size_t>(machine / 10)],
                           std::chrono::milliseconds{static_cast<std::int64_t>(cycle(chance))});
}

void fill(test::TestStore &store, Instant now)
{
    const Instant start = now - past;
    std::mt19937 chance(4);
    store.insertMany(
        static_cast<int>(past / pace) - 2, [&](int number) { return payload(number, start, chance); },
        [start](int number) { return start + number * pace + 300ms; });
    for (int i = 0; i < 6; ++i) {
        store.correct("E-" + std::to_string(50'002 + machineCount * i),
                      payload(50'002 + machineCount * i, start, chance), now + std::chrono::milliseconds{i});
        const std::array reasons{RejectReason::InvalidDuration, RejectReason::EventInFuture,
                                 RejectReason::MissingEventId};
        store.reject({now + 100ms + std::chrono::milliseconds{i}, reasons[static_cast<std::size_t>(i % 3)],
                      "M-103", "10.20.0.17", "{\"durationMs\":-5}", 0});
    }
}

struct Scene {
    QString name;
    Place place;
    TimeWindow window;
    bool fromBelow = false;
    bool looksAtColumns = false;
};

class Painter
{
public:
    explicit Painter(const QString &folder) : m_folder(folder), m_now(SystemClock().now())
    {
        fill(m_store, m_now);
        m_readable = std::move(ReadableStore::open(m_store.url()).value());
        m_queries = std::make_unique<StoreQueries>([this] { return m_readable->openReader(); });
    }

    std::vector<Scene> scenes() const
    {
        const Place machine = Place::ofMachine(MachineId(QStringLiteral("M-103")));
        const TimeWindow eightHours{m_now - 8h, m_now};
        return {
            {QStringLiteral("list"), Place::machines(), eightHours},
            {QStringLiteral("machine"), machine, eightHours},
            {QStringLiteral("below"), machine, eightHours, true},
            {QStringLiteral("hour"), machine, {m_now - 1h, m_now}},
            {QStringLiteral("nothing"), machine, {m_now - 30h, m_now - 29h}},
            {QStringLiteral("hover"), machine, eightHours, false, true},
            {QStringLiteral("unknown"), Place::ofMachine(MachineId(QStringLiteral("M-999"))), eightHours},
        };
    }

    void paint(const Scene &scene, bool dark, QSize size, int percent)
    {
        FakeScheme desktop;
        desktop.setDark(dark);
        ThemeController themes(desktop);
        themes.setTextPercent(percent);
        QWidget window;
        auto *page = new MachinesPage(themes, madeFormats(), &window);
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(18, 12, 18, 12);
        layout->addWidget(page);
        page->setStore(m_queries.get(), {});
        page->setShownTime({scene.window, false});
        page->setPlace(scene.place);
        window.resize(size - QSize(148, 80)); // the rest of the main window
        window.show();
        QTest::qWait(1'200);
        if (scene.fromBelow) {
            for (const auto *area : page->findChildren<QScrollArea *>())
                area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        }
        if (scene.looksAtColumns) {
            for (auto *canvas : page->findChildren<ChartCanvas *>()) {
                canvas->setFocus();
                for (int i = 0; i < 30; ++i)
                    QTest::keyClick(canvas, Qt::Key_Right);
            }
        }
        QTest::qWait(50);
        const QString file = QDir(m_folder).filePath(QStringLiteral("%1-%2-%3-%4.png")
                                                         .arg(scene.name, dark ? u"dark" : u"light")
                                                         .arg(size.width())
                                                         .arg(percent));
        window.grab().save(file);
        std::puts(qPrintable(file));
    }

private:
    const QString m_folder;
    const Instant m_now;
    test::TestStore m_store;
    std::unique_ptr<ReadableStore> m_readable;
    std::unique_ptr<StoreQueries> m_queries;
};

} // namespace

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2 || !QDir().mkpath(arguments[1])) {
        std::fputs("usage: linewatch_machinepictures FOLDER [part of a name]\n", stderr);
        return 2;
    }
    const QString part = arguments.value(2);
    Painter painter(arguments[1]);
    for (const Scene &scene : painter.scenes()) {
        for (const bool dark : {false, true}) {
            for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)}) {
                for (const int percent : {100, 200}) {
                    const QString name = QStringLiteral("%1-%2-%3-%4")
                                             .arg(scene.name, dark ? u"dark" : u"light")
                                             .arg(size.width())
                                             .arg(percent);
                    if (name.contains(part))
                        painter.paint(scene, dark, size, percent);
                }
            }
        }
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// A tool for whoever works on the screens: paints the main window with made plants into PNG files.
//     QT_QPA_PLATFORM=offscreen linewatch_pictures FOLDER [part of a name]
#include "ui/charts/chartcanvas.h"
#include "ui/dialogs/connectdialog.h"
#include "ui/dialogs/demopanel.h"
#include "ui/madeplant.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/overviewpage.h"
#include "ui/widgets/freshness.h"
#include "ui/widgets/machinegrid.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <functional>

using namespace linewatch;
using namespace linewatch::ui;

namespace {

struct Scene {
    QString name;
    LiveSnapshotPtr snapshot; ///< null: none came yet
    QString problem = {};
    std::function<void(MainWindow &)> before = {}; ///< done before the picture is taken
};

QString longName(int number)
{
    static const QStringList names{
        QStringLiteral("Final assembly and end-of-line testing hall 12, north wing, cell "),
        QStringLiteral("第三組立工場・塗装ライン検査工程"),
        QStringLiteral("Schweißroboter 🤖 Überprüfung ⚙ Linie "),
        QStringLiteral("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW")};
    return (names[number % names.size()] + QString::number(number)).left(64);
}

void waitUntilStale(MainWindow &window)
{
    const auto *freshness = window.findChild<Freshness *>();
    if (!QTest::qWaitFor([freshness] { return freshness->isStale(); }, 10'000))
        std::fputs("it did not become stale\n", stderr);
}

void walkToATile(MainWindow &window)
{
    auto *grid = window.findChild<MachineGrid *>();
    grid->setFocus();
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Down})
        QTest::keyClick(grid, key);
}

void walkToTheControl(MainWindow &window)
{
    QWidget *control = window.findChild<SegmentedControl *>();
    control->findChildren<QAbstractButton *>().at(1)->setFocus();
}

void chooseGrid(MainWindow &window, const GridChoice &choice)
{
    window.findChild<OverviewPage *>()->setGridChoice(choice);
}

void openDemoPanel(MainWindow &window)
{
    window.showDemo(true);
    const DemoNames names{{MachineId(QStringLiteral("M-101"))}, {LineId(QStringLiteral("Press 2"))}};
    (new DemoPanel(names, {}, &window))->show();
}

void connectAMachine(MainWindow &window)
{
    auto *dialog = new ConnectDialog(QUrl(QStringLiteral("http://127.0.0.1:8080")), window.themes(),
                                     window.formats(), &window);
    dialog->show();
    SeenPost post;
    post.arrival = madeNow();
    post.sender = "127.0.0.1";
    post.method = "POST";
    post.path = "/events/batch";
    post.body = R"([{"eventId":"E-1","machine_id":"M-1","eventTime":"15.01.2026 10:00","durationMs":"4000",)"
                R"("defectCount":0}])";
    post.bodySize = post.body.size();
    post.status = 200;
    post.counts.rejected = 1;
    dialog->showPost(post);
}

void lookAtColumns(MainWindow &window)
{
    for (auto *canvas : window.findChildren<ChartCanvas *>()) {
        canvas->setFocus();
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(canvas, Qt::Key_Right);
    }
}

std::vector<Scene> scenes()
{
    using std::chrono::minutes;
    using std::chrono::seconds;
    const auto always = [](MachineState state) { return [state](int, int) { return state; }; };
    return {
        {QStringLiteral("usual"), shared(madeSnapshot())},
        {QStringLiteral("thousands"), shared(madeSnapshot({.lines = 40, .machinesPerLine = 50}))},
        {QStringLiteral("empty"), shared(madeSnapshot({.lines = 0}))},
        {QStringLiteral("loading"), nullptr},
        {QStringLiteral("longnames"),
         shared(madeSnapshot(
             {.lineName = longName,
              .machineName = [](int line, int machine) { return longName(line * 10 + machine); }}))},
        {QStringLiteral("nodefects"),
         shared(madeSnapshot({.defectsPerMinute = 0, .state = always(MachineState::Healthy)}))},
        {QStringLiteral("fewdefects"),
         shared(madeSnapshot({.lines = 2, .machinesPerLine = 3, .defectsPerMinute = 0.08}))},
        {QStringLiteral("oneline"), shared(madeSnapshot({.lines = 1, .machinesPerLine = 7}))},
        {QStringLiteral("onemachine"), shared(madeSnapshot({.lines = 1, .machinesPerLine = 1}))},
        {QStringLiteral("allsilent"), shared(madeSnapshot({.state = always(MachineState::Silent)}))},
        {QStringLiteral("problem"), shared(madeSnapshot({.gapInTrend = true})),
         QStringLiteral(
             "The database at db1:3306 cannot be reached. Events are kept on this computer and are applied "
             "when it is back. Check the network or the database server.")},
        {QStringLiteral("stale"), shared(madeSnapshot()), {}, waitUntilStale},
        {QStringLiteral("tilefocus"), shared(madeSnapshot()), {}, walkToATile},
        {QStringLiteral("controlfocus"), shared(madeSnapshot()), {}, walkToTheControl},
        {QStringLiteral("hover"), shared(madeSnapshot()), {}, lookAtColumns},
        {QStringLiteral("demopanel"), shared(madeSnapshot()), {}, openDemoPanel},
        {QStringLiteral("connect"), shared(madeSnapshot({.lines = 0})), {}, connectAMachine},
        {QStringLiteral("compact"),
         shared(madeSnapshot({.lines = 8, .machinesPerLine = 12})),
         {},
         [](MainWindow &window) {
             chooseGrid(window, {.order = MachineOrder::WorstFirst, .density = TileDensity::Compact});
         }},
        {QStringLiteral("filtered"),
         shared(madeSnapshot()),
         {},
         [](MainWindow &window) { chooseGrid(window, {.filter = {.state = MachineState::Warning}}); }},
        {QStringLiteral("nothingfound"),
         shared(madeSnapshot()),
         {},
         [](MainWindow &window) { chooseGrid(window, {.filter = {.text = QStringLiteral("M-999")}}); }},
        {QStringLiteral("8hours"), shared(madeSnapshot({.window = minutes{480}, .step = seconds{300}}))},
        {QStringLiteral("15minutes"), shared(madeSnapshot({.window = minutes{15}}))},
    };
}

/** Lays out what waits for it: the tiles first, then the scroll bar, which takes its room a little later. */
void layOut(MainWindow &window)
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    auto *grid = window.findChild<MachineGrid *>();
    grid->doItemsLayout();
    const QScrollBar *bar = grid->verticalScrollBar();
    if (!QTest::qWaitFor([bar] { return bar->isVisible() == (bar->maximum() > 0); }))
        std::fputs("the scroll bar is not as the tiles want it\n", stderr);
}

void paint(const Scene &scene, const QString &theme, QSize size, int percent, const QString &file)
{
    const QTemporaryDir home;
    QSettings settings(home.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("view/theme"), theme);
    settings.setValue(QStringLiteral("view/textPercent"), percent);
    MainWindow window(settings, madeFormats());
    window.resize(size);
    window.showEndpoint(QUrl(QStringLiteral("http://127.0.0.1:8080")));
    window.showStoreText(QStringLiteral("SQLite, ok"));
    window.showProblem(scene.problem);
    window.show();
    window.showSnapshot(scene.snapshot);
    if (!QTest::qWaitForWindowExposed(&window))
        std::fputs("the window was not shown\n", stderr);
    if (scene.before)
        scene.before(window);
    layOut(window);
    window.grab().save(file);
    for (QDialog *dialog : window.findChildren<QDialog *>()) {
        if (dialog->isVisible())
            dialog->grab().save(QString(file).replace(QLatin1String(".png"), QLatin1String("-dialog.png")));
    }
    std::puts(qPrintable(file));
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2 || !QDir().mkpath(arguments[1])) {
        std::fputs("usage: linewatch_pictures FOLDER [part of a name]\n", stderr);
        return 2;
    }
    const QString part = arguments.value(2);
    for (const Scene &scene : scenes()) {
        for (const QString &theme : {QStringLiteral("light"), QStringLiteral("dark")}) {
            for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)}) {
                for (const int percent : {100, 200}) {
                    const QString name = QStringLiteral("%1-%2-%3-%4.png")
                                             .arg(scene.name, theme)
                                             .arg(size.width())
                                             .arg(percent);
                    if (name.contains(part))
                        paint(scene, theme, size, percent, QDir(arguments[1]).filePath(name));
                }
            }
        }
    }
    return 0;
}

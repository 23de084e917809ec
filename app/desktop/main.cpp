// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktopsession.h"
#include "desktop/linkdoors.h"
#include "desktop/relaunch.h"
#include "desktop/startfailure.h"
#include "monitor/startoptions.h"
#include "monitor/terminationsignals.h"
#include "ui/mainwindow/keptformats.h"
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/translations.h"

#include <QApplication>
#include <QProcessEnvironment>
#include <QSettings>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <vector>

namespace {

constexpr int exitRefused = 2;

int refuse(QApplication &app, const linewatch::Failure &failure,
           const std::function<void()> &openSettings = {})
{
    std::fprintf(stderr, "linewatch: %s\n", qUtf8Printable(failure.message));
    if (QGuiApplication::platformName() == QLatin1String("offscreen")) // nobody could close the dialog
        return exitRefused;
    linewatch::showStartFailure(app, failure, exitRefused, openSettings);
    QApplication::exec();
    return exitRefused;
}

/** Goes where a link leads, and to the front: who followed it looks at something else. */
void follow(linewatch::ui::MainWindow &window, const QUrl &link)
{
    window.openLink(link);
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

using Doors = std::vector<std::unique_ptr<linewatch::LinkDoor>>;

Doors openDoors(linewatch::ui::MainWindow &window, const QStringList &paths)
{
    Doors doors;
    for (const QString &path : paths) {
        auto door = std::make_unique<linewatch::LinkDoor>(path);
        QObject::connect(door.get(), &linewatch::LinkDoor::linkCame, &window,
                         [&window](const QUrl &link) { follow(window, link); });
        door->open(); // where another window has it, that one is found
        doors.push_back(std::move(door));
    }
    return doors;
}

linewatch::Result<linewatch::StartOptions> readOptions(const QStringList &arguments)
{
    return linewatch::readStartOptions(arguments, QProcessEnvironment::systemEnvironment(),
                                       linewatch::Program::Desktop);
}

/** Where it serves or looks, for whoever started it. */
void announce(const linewatch::MonitorSettings &settings, const linewatch::DesktopSession &session)
{
    if (settings.viewer)
        std::printf("viewing %s\n", qUtf8Printable(settings.database.urlText()));
    else
        std::printf("listening on %s\n", qUtf8Printable(session.endpoint().toString()));
    std::fflush(stdout);
}

/** Shows the demo, and has @p own filled once its user wants the own plant; or shows that at once. */
linewatch::Result<void> start(linewatch::DesktopSession &session, const linewatch::StartOptions &options,
                              const QApplication &app, std::optional<linewatch::StartOptions> &own)
{
    if (!options.demo)
        return session.startOwn(options.monitor);
    const auto readOwn = [&app, &own]() -> linewatch::Result<linewatch::MonitorSettings> {
        const linewatch::Result<linewatch::StartOptions> read =
            readOptions(linewatch::withoutDemo(app.arguments()));
        if (!read)
            return read.failure();
        own = *read;
        return own->monitor;
    };
    return session.startDemo(options.monitor, readOwn, options.demoSeed);
}

/** Ends with @p code, and anew where the session was asked to. The store and the doors are free by then. */
int endWith(int code, const QString &program, const QApplication &app,
            const linewatch::DesktopSession &session, bool withDemo)
{
    if (!session.wantsRestart())
        return code;
    const QStringList arguments = linewatch::withoutLink(app.arguments());
    const linewatch::Result<void> started =
        linewatch::relaunch(program, withDemo ? arguments : linewatch::withoutDemo(arguments));
    if (started)
        return code;
    std::fprintf(stderr, "linewatch: %s\n", qUtf8Printable(started.failure().message));
    return exitRefused;
}

/** Shows the window until the user, or @p termination, ends it. */
int run(QApplication &app, QSettings &settings, const linewatch::StartOptions &options,
        const QString &program, const linewatch::TerminationSignals &termination)
{
    linewatch::SettingsFile file(options.settings);
    linewatch::ui::takeView(settings, file);
    linewatch::ui::MainWindow window(settings);
    // Before the store is opened, so that who comes meanwhile waits for this window.
    Doors doors = openDoors(window, linewatch::linkDoorPaths(settings, options));
    linewatch::DesktopSession session(window);
    session.openSettings(file);
    std::optional<linewatch::StartOptions> own; // of who leaves the demo that it was started with
    QObject::connect(&session, &linewatch::DesktopSession::ownStarted, &window, [&] {
        std::ranges::move(openDoors(window, linewatch::linkDoorPaths(settings, *own)),
                          std::back_inserter(doors));
        announce(own->monitor, session);
    });
    const linewatch::Result<void> started = start(session, options, app, own);
    if (!started) {
        doors.clear(); // nobody shall come to a window that is not there
        const int code = refuse(app, started.failure(), [&window] {
            window.openLink(linewatch::ui::linkTo(linewatch::ui::Place::settings()));
            window.show();
        });
        return endWith(code, program, app, session, options.demo);
    }
    announce(options.monitor, session);

    window.show();
    if (!options.link.isEmpty())
        window.openLink(options.link);
    session.endOn(termination);
    const int code = QApplication::exec();
    const bool showsDemo = session.showsDemo();
    session.stop();
    doors.clear(); // the next one wants them
    return endWith(code, program, app, session, showsDemo);
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_NO_GLIB", "1"); // the GLib dispatcher looks at every socket of a thread at each turn
    linewatch::TerminationSignals::block();
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("linewatch"));
    QApplication::setApplicationDisplayName(QStringLiteral("Linewatch"));
    QApplication::setDesktopFileName(QStringLiteral("org.linewatch.linewatch"));
    const linewatch::TerminationSignals termination;

    QSettings settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("linewatch"),
                       QStringLiteral("window"));
    // The window brings words of its own.
    std::optional<linewatch::ui::Translations> words(linewatch::ui::keptLocale(settings));
    // Now: it may be replaced by an update while it runs.
    const QString program = QApplication::applicationFilePath();
    const linewatch::Result<linewatch::StartOptions> options = readOptions(app.arguments());
    if (!options)
        return refuse(app, options.failure());
    if (options->action != linewatch::StartOptions::Action::Serve) {
        std::fputs(qUtf8Printable(options->text), stdout);
        return 0;
    }

    for (const QString &warning : options->warnings)
        std::fprintf(stderr, "linewatch: warning: %s\n", qUtf8Printable(warning));
    if (!options->link.isEmpty() && linewatch::isHandedOver(settings, *options))
        return 0;

    words.reset();
    return run(app, settings, *options, program, termination);
}

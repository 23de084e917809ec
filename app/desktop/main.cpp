// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktopsession.h"
#include "desktop/linkdoors.h"
#include "desktop/startfailure.h"
#include "monitor/startoptions.h"
#include "monitor/terminationsignals.h"
#include "ui/mainwindow/keptformats.h"
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/translations.h"

#include <QApplication>
#include <QProcess>
#include <QSettings>

#include <cstdio>
#include <functional>
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

/** Once the store is free. */
void startAgain(const QApplication &app)
{
    QProcess::startDetached(QApplication::applicationFilePath(), app.arguments().mid(1));
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
    const linewatch::Result<linewatch::StartOptions> options = linewatch::readStartOptions(
        app.arguments(), QProcessEnvironment::systemEnvironment(), linewatch::Program::Desktop);
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
    linewatch::SettingsFile file(options->settings);
    linewatch::ui::takeView(settings, file);
    linewatch::ui::MainWindow window(settings);
    // Before the store is opened, so that who comes meanwhile waits for this window.
    Doors doors = openDoors(window, linewatch::linkDoorPaths(settings, *options));
    linewatch::DesktopSession session(window);
    session.openSettings(file);
    const linewatch::Result<void> started = options->demo
        ? session.startDemo(options->monitor, options->demoSeed)
        : session.startOwn(options->monitor);
    if (!started) {
        doors.clear(); // nobody shall come to a window that is not there
        const int code = refuse(app, started.failure(), [&window] {
            window.openLink(linewatch::ui::linkTo(linewatch::ui::Place::settings()));
            window.show();
        });
        if (session.wantsRestart())
            startAgain(app);
        return code;
    }
    if (options->monitor.viewer)
        std::printf("viewing %s\n", qUtf8Printable(options->monitor.database.urlText()));
    else
        std::printf("listening on %s\n", qUtf8Printable(session.endpoint().toString()));
    std::fflush(stdout);

    window.show();
    if (!options->link.isEmpty())
        window.openLink(options->link);
    session.endOn(termination);
    const int code = QApplication::exec();
    session.stop();
    if (session.wantsRestart())
        startAgain(app);
    return code;
}

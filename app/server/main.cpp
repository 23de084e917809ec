// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/commands.h"
#include "monitor/monitor.h"
#include "monitor/startoptions.h"
#include "monitor/terminationsignals.h"
#include "simulation/demoplant.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <optional>

int main(int argc, char *argv[])
{
    qputenv("QT_NO_GLIB", "1"); // the GLib dispatcher looks at every socket of a thread at each turn
    linewatch::TerminationSignals::block();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("linewatchd"));
    const linewatch::TerminationSignals termination;

    const auto environment = QProcessEnvironment::systemEnvironment();
    if (const auto exitCode = linewatch::runCommand({app.arguments(), environment, termination}))
        return *exitCode;
    linewatch::Result<linewatch::StartOptions> options =
        linewatch::readStartOptions(app.arguments(), environment);
    if (!options)
        return linewatch::refuse(options.failure().message);
    if (options->action != linewatch::StartOptions::Action::Serve) {
        std::fputs(qUtf8Printable(options->text), stdout);
        return 0;
    }
    for (const QString &warning : options->warnings)
        std::fprintf(stderr, "linewatchd: warning: %s\n", qUtf8Printable(warning));
    std::optional<QTemporaryDir> demoFolder;
    if (options->demo) {
        demoFolder.emplace();
        if (!demoFolder->isValid())
            return linewatch::refuse(QStringLiteral("cannot make a folder for the demo: ")
                                     + demoFolder->errorString());
        options->monitor.database.sqlitePath = demoFolder->filePath(QStringLiteral("demo.db"));
    }

    linewatch::Monitor monitor(options->monitor);
    if (const linewatch::Result<void> started = monitor.start(); !started)
        return linewatch::refuse(started.failure().message);
    std::printf("listening on %s\n", qUtf8Printable(monitor.endpoint().toString()));
    std::fflush(stdout);

    std::optional<linewatch::simulation::DemoPlant> plant;
    if (options->demo)
        plant.emplace(monitor.endpoint(), options->demoSeed).start();

    QObject::connect(&termination, &linewatch::TerminationSignals::terminationRequested, &app,
                     &QCoreApplication::quit);
    const int code = QCoreApplication::exec();
    plant.reset();
    monitor.stop();
    return code;
}

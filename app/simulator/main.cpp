// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/simulator.h"

#include <QCoreApplication>

#include <cstdio>

using namespace linewatch::simulation;

namespace {

void print(std::FILE *stream, const QString &text)
{
    std::fputs(qUtf8Printable(text), stream);
    std::fflush(stream);
}

int run(const Options &options)
{
    Simulator simulator(options);
    QObject::connect(&simulator, &Simulator::progressed, &simulator,
                     [](const QString &line) { print(stderr, line + u'\n'); });
    QObject::connect(&simulator, &Simulator::reported, &simulator,
                     [](const QString &text) { print(stdout, text); });
    QObject::connect(&simulator, &Simulator::failed, &simulator, [](const QString &why) {
        print(stderr, QStringLiteral("linewatch-sim: %1\n").arg(why));
    });
    QObject::connect(&simulator, &Simulator::finished, &simulator, &QCoreApplication::exit,
                     Qt::QueuedConnection);
    simulator.start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    // GLib's dispatcher, which Debian's Qt would use, looks at every socket on every turn.
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("linewatch-sim"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LINEWATCH_VERSION));

    const CommandLine commandLine = readCommandLine(QCoreApplication::arguments());
    switch (commandLine.request) {
    case CommandLine::Request::ShowText:
        print(stdout, commandLine.text);
        return Simulator::AllWell;
    case CommandLine::Request::Refuse:
        print(stderr, QStringLiteral("linewatch-sim: %1\n").arg(commandLine.text));
        return Simulator::Failed;
    case CommandLine::Request::Run:
        break;
    }
    return run(commandLine.options);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/programrun.h"

#include <QProcess>

namespace linewatch::test {

QProcessEnvironment isolatedEnvironment(const QString &folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith(QStringLiteral("LINEWATCH_")) || name.startsWith(QStringLiteral("XDG_")))
            environment.remove(name);
    }
    environment.insert(QStringLiteral("HOME"), folder);
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder + QStringLiteral("/config"));
    environment.insert(QStringLiteral("XDG_CONFIG_DIRS"), folder + QStringLiteral("/config-dirs"));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), folder + QStringLiteral("/data"));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), folder);
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    return environment;
}

ProgramRun runProgram(const QString &program, const QStringList &arguments,
                      const QProcessEnvironment &environment, const QByteArray &input, int seconds)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    ProgramRun run;
    run.finished = process.waitForFinished(seconds * 1000) && process.exitStatus() == QProcess::NormalExit;
    run.exitCode = process.exitCode();
    run.output = process.readAllStandardOutput();
    run.error = process.readAllStandardError();
    if (process.error() == QProcess::FailedToStart)
        run.error = process.errorString().toUtf8();
    return run;
}

QString promtoolFaults(const QByteArray &metrics)
{
    const ProgramRun run =
        runProgram(QStringLiteral("promtool"), {QStringLiteral("check"), QStringLiteral("metrics")},
                   QProcessEnvironment::systemEnvironment(), metrics);
    if (run.finished && run.exitCode == 0)
        return {};
    return QStringLiteral("promtool: ") + QString::fromUtf8(run.output + run.error);
}

} // namespace linewatch::test

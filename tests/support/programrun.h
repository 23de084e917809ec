// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QStringList>

namespace linewatch::test {

/** An environment in which a program finds nothing of the user's: settings, data and home lie in @p folder.
 */
QProcessEnvironment isolatedEnvironment(const QString &folder);

/** What a program did that ran to its end. */
struct ProgramRun {
    bool finished = false; ///< false: it could not start, crashed or had to be killed
    int exitCode = -1;
    QByteArray output;
    QByteArray error;
};

/** Runs @p program, feeds it @p input and waits for its end, at most @p seconds. */
ProgramRun runProgram(const QString &program, const QStringList &arguments,
                      const QProcessEnvironment &environment, const QByteArray &input = {}, int seconds = 60);

/** What promtool says against a text in the Prometheus format; empty when nothing. */
QString promtoolFaults(const QByteArray &metrics);

} // namespace linewatch::test

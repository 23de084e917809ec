// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/programrun.h"

#include <QUrl>

namespace linewatch::test {

/** linewatch-sim with --verify against @p server; it exits 0 when it finds no difference. */
inline ProgramRun runSimulator(const QUrl &server, const QString &folder, const QStringList &arguments)
{
    const QStringList verified{QStringLiteral("--url"), server.toString(), QStringLiteral("--verify")};
    return runProgram(QStringLiteral(LINEWATCH_SIM_FILE), verified + arguments, isolatedEnvironment(folder),
                      {}, 280);
}

} // namespace linewatch::test

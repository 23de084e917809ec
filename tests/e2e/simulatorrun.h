// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/programrun.h"

#include <QUrl>

namespace linewatch::test {

/** linewatch-sim with --verify against @p servers of one store; it exits 0 when it finds no difference. */
inline ProgramRun runSimulator(const QList<QUrl> &servers, const QString &folder,
                               const QStringList &arguments)
{
    QStringList verified{QStringLiteral("--verify")};
    for (const QUrl &server : servers)
        verified += {QStringLiteral("--url"), server.toString()};
    return runProgram(QStringLiteral(LINEWATCH_SIM_FILE), verified + arguments, isolatedEnvironment(folder),
                      {}, 280);
}

} // namespace linewatch::test

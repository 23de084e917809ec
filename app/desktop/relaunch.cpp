// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/relaunch.h"

#include <QProcess>

namespace linewatch {

QStringList withoutDemo(QStringList arguments)
{
    arguments.removeAll(QStringLiteral("--demo"));
    return arguments;
}

QStringList withoutLink(QStringList arguments)
{
    arguments.removeIf(
        [](const QString &argument) { return argument.startsWith(QLatin1String("linewatch:")); });
    return arguments;
}

Result<void> relaunch(const QString &program, const QStringList &arguments)
{
    if (QProcess::startDetached(program, arguments.mid(1)))
        return {};
    return Failure{Failure::Kind::Refused,
                   Sentence(QT_TRANSLATE_NOOP("Failure", "cannot start %1 again"), program)};
}

} // namespace linewatch

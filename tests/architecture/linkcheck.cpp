// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/arrows.h"
#include "architecture/checks.h"

#include <QRegularExpression>

namespace linewatch::architecture {

namespace {

/** What a linked name is faulted for; empty when it may be linked. */
QString linkFault(const QString &path, const QString &name)
{
    static const QRegularExpression qtTarget(QStringLiteral("^Qt6?::(\\w+)$"));
    if (const QRegularExpressionMatch match = qtTarget.match(name); match.hasMatch()) {
        return mayUseQtModule(path, match.captured(1)) ? QString()
                                                       : QStringLiteral("must not link %1").arg(name);
    }
    static const QString ours = QStringLiteral("linewatch_");
    const QString station = name.mid(ours.size());
    if (!name.startsWith(ours) || station == QStringLiteral("common"))
        return {};
    if (station == QStringLiteral("desktop") && path == QStringLiteral("app/desktop/CMakeLists.txt"))
        return {}; // all of the program but its main()
    if (!isStation(station))
        return QStringLiteral("links %1, which the architecture does not know").arg(name);
    const QString from = stationOf(path);
    return mayUse(from, station) ? QString() : QStringLiteral("%1 must not link %2").arg(from, station);
}

QString withoutCMakeComments(QString text)
{
    static const QRegularExpression comment(QStringLiteral("#[^\n]*"));
    return text.remove(comment);
}

} // namespace

QList<Violation> checkLinkLines(const SourceTree &tree)
{
    // The first argument is the target itself.
    static const QRegularExpression command(
        QStringLiteral(R"(\b(?:linewatch_add_library|target_link_libraries)\s*\(\s*[^\s)]+([^)]*)\))"));
    static const QRegularExpression blank(QStringLiteral("[\\s;\"]+"));
    QList<Violation> violations;
    for (const QString &path : tree.keys()) {
        if (!isCMakeFile(path) || stationOf(path).isEmpty())
            continue;
        const QString text = withoutCMakeComments(tree.value(path));
        for (auto found = command.globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            const int line = static_cast<int>(text.left(match.capturedStart()).count(u'\n')) + 1;
            for (const QString &name : match.captured(1).split(blank, Qt::SkipEmptyParts)) {
                if (const QString fault = linkFault(path, name); !fault.isEmpty())
                    violations.append(violation(path, line, fault));
            }
        }
    }
    return violations;
}

} // namespace linewatch::architecture

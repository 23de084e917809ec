// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/arrows.h"
#include "architecture/checks.h"

#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>

namespace linewatch::architecture {

namespace {

QString arrowFault(const QString &path, const Include &include)
{
    const QString first = include.name.section(u'/', 0, 0);
    if (include.resolved.isEmpty())
        return isStation(first) ? QStringLiteral("includes %1, which is not there").arg(include.name)
                                : QString();
    const QString from = stationOf(path);
    if (mayInclude(from, include.resolved))
        return {};
    return QStringLiteral("%1 must not include %2 (%3)").arg(from, stationOf(include.resolved), include.name);
}

/** The Qt module a header belongs to, found where it is installed: "Gui" for QColor and for QtGui/QColor. */
QString qtModuleOf(const QString &header)
{
    static const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    if (header.startsWith(QStringLiteral("Qt")) && header.contains(u'/'))
        return header.section(u'/', 0, 0).mid(2);
    if (!header.startsWith(u'Q') && !header.startsWith(u'q'))
        return {};
    for (const QString &module : QDir(headers).entryList({QStringLiteral("Qt*")}, QDir::Dirs)) {
        if (QFileInfo::exists(headers + u'/' + module + u'/' + header))
            return module.mid(2);
    }
    return {};
}

} // namespace

QList<Violation> checkArrows(const SourceTree &tree)
{
    QList<Violation> violations;
    for (const QString &path : tree.keys()) {
        const QString station = stationOf(path);
        if (!isCppFile(path) || station.isEmpty())
            continue;
        if (!isStation(station))
            violations.append(
                violation(path, 1, QStringLiteral("the architecture knows no %1").arg(station)));
        for (const Include &include : includesOf(tree, path)) {
            if (const QString fault = arrowFault(path, include); !fault.isEmpty())
                violations.append(violation(path, include.line, fault));
        }
    }
    return violations;
}

QList<Violation> checkQtHeaders(const SourceTree &tree)
{
    QList<Violation> violations;
    for (const QString &path : tree.keys()) {
        if (!isCppFile(path) || stationOf(path).isEmpty())
            continue;
        for (const Include &include : includesOf(tree, path)) {
            const QString module = include.resolved.isEmpty() ? qtModuleOf(include.name) : QString();
            if (!module.isEmpty() && !mayUseQtModule(path, module))
                violations.append(violation(
                    path, include.line, QStringLiteral("must not use Qt %1 (%2)").arg(module, include.name)));
        }
    }
    return violations;
}

} // namespace linewatch::architecture

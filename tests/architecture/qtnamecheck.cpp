// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/checks.h"

#include <QDir>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStack>

namespace linewatch::architecture {

namespace {

/**
 * Names of Qt's classes that are files, too (<QPen> is a file that includes qpen.h), and what Qt's headers
 * include. Read as text: what only old programs ask for (QT_INCLUDE_COMPAT) does not count.
 */
class QtHeaders
{
public:
    explicit QtHeaders(const QString &folder) : m_folder(folder)
    {
        for (const QFileInfo &module : QDir(folder).entryInfoList({QStringLiteral("Qt*")}, QDir::Dirs)) {
            for (const QFileInfo &name :
                 QDir(module.filePath()).entryInfoList({QStringLiteral("Q*")}, QDir::Files))
                if (!m_files.contains(name.fileName())) // some classes have moved, and left a file behind
                    m_files.insert(name.fileName(), name.filePath());
        }
    }

    /** Empty when @p name is no file of Qt. QVariantList has one, which does not say where it comes from. */
    QString fileOf(const QString &name) const
    {
        const QString variant = QStringLiteral("QVariant");
        return m_files.value(name.startsWith(variant) ? variant : name);
    }

    /** What an include line of the text @p path means; empty when it is not Qt's. */
    QString resolve(const QString &name, const QString &folder = {}) const
    {
        if (const QString file = fileOf(name); !file.isEmpty())
            return file;
        for (const QString &place : {folder, m_folder}) {
            const QFileInfo file(place + QLatin1Char('/') + name);
            if (!place.isEmpty() && file.isFile())
                return QDir::cleanPath(file.filePath());
        }
        return {};
    }

    const QStringList &includesOf(const QString &file)
    {
        const auto known = m_includes.constFind(file);
        return known != m_includes.constEnd() ? *known : *m_includes.insert(file, read(file));
    }

private:
    QStringList read(const QString &path) const
    {
        static const QRegularExpression pattern(QStringLiteral(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])"));
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QStringList includes;
        int depth = 0;
        int skippedFrom = 0;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            if (line.startsWith(QStringLiteral("#if")) && ++depth > 0 && skippedFrom == 0
                && line.contains(QStringLiteral("QT_INCLUDE_COMPAT")))
                skippedFrom = depth;
            else if (line.startsWith(QStringLiteral("#endif")) && depth-- == skippedFrom)
                skippedFrom = 0;
            const QRegularExpressionMatch match = pattern.match(line);
            if (skippedFrom != 0 || !match.hasMatch())
                continue;
            const QString resolved = resolve(match.captured(1), QFileInfo(path).path());
            if (!resolved.isEmpty())
                includes.append(resolved);
        }
        return includes;
    }

    QString m_folder;
    QHash<QString, QString> m_files;
    QHash<QString, QStringList> m_includes;
};

/** All of Qt's headers that a file reaches, through ours and through one another. */
QSet<QString> reachedFrom(const QString &path, const SourceTree &tree, QtHeaders &qt)
{
    QSet<QString> ours{path};
    QSet<QString> reached;
    QStack<QString> ourNext;
    QStack<QString> qtNext;
    ourNext.push(path);
    const auto reach = [&reached, &qtNext](const QString &header) {
        if (!header.isEmpty() && !reached.contains(header)) {
            reached.insert(header);
            qtNext.push(header);
        }
    };
    while (!ourNext.isEmpty()) {
        for (const Include &include : includesOf(tree, ourNext.pop())) {
            if (include.resolved.isEmpty())
                reach(qt.resolve(include.name));
            else if (!ours.contains(include.resolved)) {
                ours.insert(include.resolved);
                ourNext.push(include.resolved);
            }
        }
    }
    while (!qtNext.isEmpty()) {
        for (const QString &header : qt.includesOf(qtNext.pop()))
            reach(header);
    }
    return reached;
}

} // namespace

QList<Violation> checkQtNames(const SourceTree &tree, const QString &qtHeaders)
{
    static const QRegularExpression name(QStringLiteral(R"(\bQ[A-Z]\w+)"));
    QtHeaders qt(qtHeaders);
    QList<Violation> violations;
    for (const QString &path : tree.keys()) {
        if (!path.endsWith(QStringLiteral(".cpp")))
            continue;
        const QSet<QString> reached = reachedFrom(path, tree, qt);
        QSet<QString> seen;
        int number = 0;
        for (const QString &line : withoutCommentsAndStrings(tree.value(path)).split(u'\n')) {
            ++number;
            for (auto found = name.globalMatch(line); found.hasNext();) {
                const QString used = found.next().captured();
                const QString file = qt.fileOf(used);
                if (file.isEmpty() || seen.contains(used))
                    continue;
                seen.insert(used);
                const QStringList defined = qt.includesOf(file);
                if (!reached.contains(file) && !reached.contains(defined.value(0)))
                    violations.append(violation(path, number, QStringLiteral("%1 without <%1>").arg(used)));
            }
        }
    }
    return violations;
}

} // namespace linewatch::architecture

// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace linewatch::architecture {

namespace {

// Comments, raw strings, strings and character literals; a quote within a number (1'000) opens none.
const QString uncodePattern = QStringLiteral(
    R"re(//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])*')re");

QString blanked(const QString &piece)
{
    if (piece.startsWith(u'"') || piece.startsWith(u'R'))
        return QStringLiteral("\"\"") + QString(piece.count(u'\n'), u'\n');
    if (piece.startsWith(u'\''))
        return QStringLiteral("0");
    return u' ' + QString(piece.count(u'\n'), u'\n');
}

/** Blanks each match of the pattern but strings, where @p keepStrings. */
QString replaceUncode(const QString &source, bool keepStrings)
{
    static const QRegularExpression pattern(uncodePattern, QRegularExpression::DotMatchesEverythingOption);
    QString code;
    qsizetype at = 0;
    for (auto matches = pattern.globalMatch(source); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString piece = match.captured();
        const bool keep = keepStrings && piece.startsWith(u'"');
        code += source.mid(at, match.capturedStart() - at) + (keep ? piece : blanked(piece));
        at = match.capturedEnd();
    }
    return code + source.mid(at);
}

/** As the compiler would look it up: beside the including file, below core/, below app/, below the top. */
QString resolve(const SourceTree &tree, const QString &from, const QString &name)
{
    for (const QString &root :
         {folderOf(from) + u'/', QStringLiteral("core/"), QStringLiteral("app/"), QString()}) {
        const QString path = QDir::cleanPath(root + name);
        if (tree.contains(path))
            return path;
    }
    return {};
}

} // namespace

SourceTree readSourceTree(const QString &top, const QStringList &folders)
{
    SourceTree tree;
    for (const QString &folder : folders) {
        QDirIterator files(top + u'/' + folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const QString path = QDir(top).relativeFilePath(file.fileName());
            if ((isCppFile(path) || isCMakeFile(path)) && file.open(QIODevice::ReadOnly))
                tree.insert(path, QString::fromUtf8(file.readAll()));
        }
    }
    return tree;
}

bool isCppFile(const QString &path)
{
    return path.endsWith(QStringLiteral(".h")) || path.endsWith(QStringLiteral(".cpp"));
}

bool isCMakeFile(const QString &path)
{
    return path.endsWith(QStringLiteral("CMakeLists.txt"));
}

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/'));
}

QString withoutCommentsAndStrings(const QString &source)
{
    return replaceUncode(source, false);
}

QList<Include> includesOf(const SourceTree &tree, const QString &path)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])"));
    QList<Include> includes;
    int number = 0;
    for (const QString &line : replaceUncode(tree.value(path), true).split(u'\n')) {
        ++number;
        if (const QRegularExpressionMatch match = pattern.match(line); match.hasMatch())
            includes.append({match.captured(1), number, resolve(tree, path, match.captured(1))});
    }
    return includes;
}

Violation violation(const QString &path, int line, const QString &what)
{
    return QStringLiteral("%1:%2: %3").arg(path).arg(line).arg(what);
}

} // namespace linewatch::architecture

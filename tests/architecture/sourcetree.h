// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QString>

namespace linewatch::architecture {

/** Texts of files by their path from the top of the checkout, such as "core/model/event.h". */
using SourceTree = QMap<QString, QString>;

/** C++ sources, headers and CMakeLists.txt below the given folders of @p top. */
SourceTree readSourceTree(const QString &top, const QStringList &folders);

bool isCppFile(const QString &path);
bool isCMakeFile(const QString &path);

/** "core/model" of "core/model/event.h". */
QString folderOf(const QString &path);

/**
 * @p source with its comments blanked out and its string literals emptied, lines kept. Include lines keep
 * their names.
 */
QString withoutCommentsAndStrings(const QString &source);

/** One #include, quoted or in angle brackets. */
struct Include {
    QString name;
    int line = 0;     ///< from 1
    QString resolved; ///< path in the tree of the file it means; empty for what is not ours
};

/** The includes of a file of @p tree, in order. */
QList<Include> includesOf(const SourceTree &tree, const QString &path);

/** A rule that the sources break, for people: "core/a/b.h:12: ...". */
using Violation = QString;

Violation violation(const QString &path, int line, const QString &what);

} // namespace linewatch::architecture

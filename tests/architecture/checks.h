// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "architecture/sourcetree.h"

namespace linewatch::architecture {

/** Includes that run against the arrows, folders of core/ that the arrows do not know, and files that are not
 * there. */
QList<Violation> checkArrows(const SourceTree &tree);

/** Includes of Qt modules that a folder must not use: nothing that draws under core/. */
QList<Violation> checkQtHeaders(const SourceTree &tree);

/** Files that include one another in a circle, each circle once. */
QList<Violation> checkFileCycles(const SourceTree &tree);

/** Folders whose files include one another in a circle, each circle once. */
QList<Violation> checkFolderCycles(const SourceTree &tree);

/** instance() functions, function-local statics that are handed out, global settings objects. */
QList<Violation> checkSingletons(const SourceTree &tree);

/**
 * Classes of Qt that a .cpp file names although no header that it includes, by whatever way, brings them.
 * Precompiled headers hide that, and a release has none. @p qtHeaders is the folder with QtCore and the
 * others.
 */
QList<Violation> checkQtNames(const SourceTree &tree, const QString &qtHeaders);

/** Libraries linked in a CMakeLists.txt against the arrows, or a Qt module that its folder must not use. */
QList<Violation> checkLinkLines(const SourceTree &tree);

} // namespace linewatch::architecture

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/** Names of files, as careful as the system allows. */
namespace linewatch {

/**
 * Gives a file another name on the same file system unless something has that name. 0, or why not as an
 * errno: EEXIST where there is something.
 */
int renameUnlessThere(const QString &from, const QString &to);

/** After a rename, so that it outlasts a power cut; where a folder cannot be synced, nothing can be done. */
void syncFolder(const QString &folder);

} // namespace linewatch

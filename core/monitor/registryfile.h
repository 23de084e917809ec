// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/machineimport.h"

namespace linewatch {

/** The bytes of a file to be imported, 64 MiB at most; else a failure that names it. Blocks on the disk. */
Result<std::string> readImportFile(const QString &path);

/** What taking in a file of machines would do to a registry; a failure that names the file where it is none.
 */
Result<MachineImport> previewFile(const QString &path, const Registry &registry, Instant now);

/** For people, when it is asked what can be undone: 'import of machines.csv'. */
QString importName(const QString &path);

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/registryimport.h"

namespace linewatch {

/** The bytes of a file to be imported, 64 MiB at most; else a failure that names it. Blocks on the disk. */
Result<std::string> readImportFile(const QString &path);

/** What taking in a file would do to a registry; a failure that names the file where it is none. */
Result<RegistryImport> previewFile(RegistryKind kind, const QString &path, const Registry &registry,
                                   Instant now);

/** For people, when it is asked what can be undone: 'import of machines.csv'. */
QString importName(const QString &path);

/** The word of a command for a kind, 'machines' or 'lines', and the way back; nothing: it is another. */
QString kindWord(RegistryKind kind);
std::optional<RegistryKind> kindNamed(const QString &word);

} // namespace linewatch

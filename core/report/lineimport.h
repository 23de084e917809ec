// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/registryimport.h"

namespace linewatch {

/** previewImport() of lines. */
Result<RegistryImport> previewLines(std::string_view file, const Registry &registry);

} // namespace linewatch

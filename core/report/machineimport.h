// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/registryimport.h"

namespace linewatch {

/** previewImport() of machines. */
Result<RegistryImport> previewMachines(std::string_view file, const Registry &registry, Instant now);

} // namespace linewatch

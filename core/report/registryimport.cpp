// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/registryimport.h"

#include "report/lineimport.h"
#include "report/machineimport.h"

#include <algorithm>

namespace linewatch {

std::int64_t RegistryImport::changing() const
{
    return std::ranges::count_if(rows, &ImportRow::changesSomething);
}

std::int64_t RegistryImport::refused() const
{
    return std::ranges::count_if(rows, [](const ImportRow &row) { return !row.isGood(); });
}

RegistryChange RegistryImport::change(const QString &what) const
{
    RegistryChange change = entries;
    change.what = what;
    return change;
}

Result<RegistryImport> previewImport(RegistryKind kind, std::string_view file, const Registry &registry,
                                     Instant now)
{
    return kind == RegistryKind::Machines ? previewMachines(file, registry, now)
                                          : previewLines(file, registry);
}

} // namespace linewatch

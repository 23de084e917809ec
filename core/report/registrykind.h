// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace linewatch {

/** What of a registry a file or a dialog is about. */
enum class RegistryKind { Machines, Lines };

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/registryimport.h"

namespace linewatch {

/**
 * What `linewatchd import` says: a line for each row and for each column that is passed over, and a sum at
 * the end. @p isDone: the good rows were taken in; else they would be.
 */
QString importText(const RegistryImport &import, bool isDone);

} // namespace linewatch

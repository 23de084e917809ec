// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/checkreport.h"
#include "storage/sqlconnection.h"

namespace linewatch {

/** Whether each entry of the registry is one that may be kept, and each line in it is of a machine with an
 * entry. */
Result<CheckedPart> checkRegistry(SqlConnection &connection);

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/checkreport.h"

namespace linewatch {

/** What a check found, in lines for people, with what to do at the end. @p store is its name for people. */
QString checkText(const QString &store, const CheckReport &report);

} // namespace linewatch

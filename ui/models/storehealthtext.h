// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storehealth.h"
#include "ui/models/formats.h"
#include "ui/models/textpart.h"

namespace linewatch::ui {

/** What is wrong with the store and what to do, the worst of it, in words; empty when all is well. */
QString storeProblemText(const StoreHealth &health, const Formats &formats);

/** Facts for the status line: how large the store is, how it grows, what is free; those that are known. */
std::vector<TextParts> spaceFacts(const std::optional<StoreSpace> &space, const Formats &formats);

} // namespace linewatch::ui

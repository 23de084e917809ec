// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/backlog.h"
#include "ui/models/formats.h"

namespace linewatch::ui {

/** What waits for the database, and what becomes of it, in words; empty when nothing waits. */
QString backlogText(const Backlog &backlog, const Formats &formats);

} // namespace linewatch::ui

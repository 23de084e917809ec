// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"
#include "ui/models/formats.h"

namespace linewatch::ui {

/** 15 Jan 2026 14:12:07.250: a moment of an event, to the millisecond. Pure. */
QString momentText(const Formats &formats, Instant instant);

/** 4.312 s. Pure. */
QString durationText(const Formats &formats, std::chrono::milliseconds duration);

/** 2, or that it is not known. Pure. */
QString defectsText(const Formats &formats, std::int32_t defectCount);

/** 1, or 2 (corrected). Pure. */
QString versionText(const Formats &formats, std::int32_t version);

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reportrequest.h"
#include "ui/models/formats.h"

#include <QString>

namespace linewatch::ui {

/** A name for an exported file that sorts by time: linewatch-events-2026-01-15-1312-1412.csv */
QString exportFileName(const ReportRequest &request, const Formats &formats);

/** 'Jan 15, 2026 13:12:00 – 14:12:07 CET', with the day twice where there are two. */
QString windowText(const TimeWindow &window, const Formats &formats);

} // namespace linewatch::ui

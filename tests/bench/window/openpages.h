// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/stream.h"
#include "ui/models/place.h"

#include <QString>

#include <vector>

namespace linewatch::bench {

/** A page to look at. */
struct OpenPage {
    QString name;
    ui::Place place;
};

/** Each kind of page, of the plant of @p plan: those of one machine and one line are of its @p machine. No
 * two that follow each other are the same page of the window about the same. */
std::vector<OpenPage> openPages(const StreamPlan &plan, std::uint32_t machine);

} // namespace linewatch::bench

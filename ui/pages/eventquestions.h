// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/eventindex.h"
#include "analytics/rejectionlist.h"
#include "ui/pages/stayinglist.h"

/** What the Events page asks the store for its lists. Pure; the questions are for a reader's thread. */
namespace linewatch::ui::eventquestions {

/** The machines and lines that ever had an event. */
struct Names {
    QStringList machines;
    QStringList lines;
};

Result<Names> readNames(EventReader &reader);

EventSelection selectionOf(const ListedPlace &wanted);
RejectionFilter rejectionsOf(const ListedPlace &wanted);

} // namespace linewatch::ui::eventquestions

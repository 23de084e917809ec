// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/databaseurl.h"
#include "storage/eventreader.h"
#include "storage/plainstore.h"
#include "storage/randomstream.h"

/** Whether a store holds what the plain model does. What differs fails the test that asks. */
namespace linewatch::test {

/** Each event with its receipt, its version and its revisions. */
void compareRows(EventReader &reader, const PlainStore &plain);
/** Events and rejected events, page by page. */
void comparePages(EventReader &reader, const PlainStore &plain);
/** Sums by machine and by line over random windows of @p stream. */
void compareWindows(EventReader &reader, const PlainStore &plain, RandomStream &stream);
/** The rollups past the reader: as the tables have them, added up over those who wrote them. */
void compareBuckets(const DatabaseUrl &url, const PlainStore &plain);

} // namespace linewatch::test

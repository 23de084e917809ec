// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/teststore.h"
#include "monitor/storequeries.h"
#include "storage/readablestore.h"

namespace linewatch::ui {

/** The hour before madeNow(). */
TimeWindow madeHour();

/**
 * Writes three hours of events up to madeNow() of 'Press 2', 'Weld 1', 'Weld 10', 'Paint A', 'Mould 3' and
 * 'Pack 1', with M-101 to M-104, M-201 to M-204 and so on. Press 2 has most defects, machines of Weld 1 fell
 * silent, Paint A has a gap, Mould 3 does not know all of its defects.
 */
void writeMadeLines(test::TestStore &store);

/** Asks a store as the window does. */
class AskedStore
{
public:
    explicit AskedStore(const test::TestStore &store);

    StoreQueries *queries() { return &m_queries; }

private:
    std::unique_ptr<ReadableStore> m_store;
    StoreQueries m_queries;
};

} // namespace linewatch::ui

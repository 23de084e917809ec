// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/teststore.h"
#include "model/samples.h"
#include "storage/readablestore.h"
#include "ui/fakescheme.h"
#include "ui/pages/machinespage.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/datatable.h"

namespace linewatch::ui {

/** A test program on the Machines page, as a user drives it, on a store with events of the last hour. */
class MachinesPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

protected:
    /** M-1: an event a minute up to now, a defect in every fourth; M-2 and M-3: silent; clocks 3 s ahead. */
    void fill();
    void showPage(const Place &place);
    DataTable *table(const QString &accessibleName) const;
    /** Cells of a column, from above, with | between them. */
    static QString cells(const QTableView &table, int column);
    /** Whether the words can be read anywhere on the page. */
    bool says(const QString &words) const;

    FakeScheme m_desktop;
    ThemeController m_themes{m_desktop};
    Instant m_now;
    std::unique_ptr<test::TestStore> m_store;
    std::unique_ptr<ReadableStore> m_readable;
    std::unique_ptr<StoreQueries> m_queries;
    std::unique_ptr<MachinesPage> m_page;
    std::vector<Place> m_places; ///< that were chosen
};

} // namespace linewatch::ui

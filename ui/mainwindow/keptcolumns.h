// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSettings;

namespace linewatch::ui {

class EventsPage;

/** Gives the tables of events the columns of the last start, and keeps what is chosen in @p settings. */
void keepColumns(EventsPage &page, QSettings &settings);

} // namespace linewatch::ui

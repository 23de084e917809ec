// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSettings;

namespace linewatch::ui {

class EventsPage;
class LinesPage;
class SettingsParts;

/** Gives the tables of events the columns of the last start, and keeps what is chosen in @p settings. */
void keepColumns(EventsPage &page, QSettings &settings);
/** The same for the tables of lines and of their machines, and how they are sorted. */
void keepColumns(LinesPage &page, QSettings &settings);
/** The same for the tables of the registry. */
void keepColumns(SettingsParts &parts, QSettings &settings);

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"
#include "ui/models/place.h"
#include "ui/pages/page.h"

#include <QWidget>

#include <map>

class QStackedWidget;

namespace linewatch::ui {

class EventsPage;
class LinesPage;
class MachinesPage;
class NavRail;
class OverviewPage;
class PageHeader;
class ProblemBanner;
class RegistryDesk;
class SettingsPage;
class SettingsParts;
class StatusLine;

/**
 * What fills the window: rail, header, banner, pages, status line. It speaks the language and writes the
 * numbers of the moment in which it was made; for others, another one is made.
 */
class WindowBody : public QWidget
{
    Q_OBJECT

public:
    /** @p desk must outlive it. */
    WindowBody(RegistryDesk &desk, const ThemeController &themes, const Formats &formats, QWidget *parent);

    PageHeader &header() { return *m_header; }
    ProblemBanner &banner() { return *m_banner; }
    OverviewPage &overview() { return *m_overview; }
    LinesPage &lines() { return *m_lines; }
    EventsPage &events() { return *m_events; }
    MachinesPage &machines() { return *m_machines; }
    SettingsParts &settingsParts() { return *m_settings; }
    SettingsPage &settings();
    StatusLine &status() { return *m_status; }

    void showPlace(const Place &place);
    /** Whom pages ask; null: there is no store, now. */
    void setStore(StoreQueries *queries, const StateRules &rules);
    /** What pages ask for; the Overview shows what a snapshot says. */
    void setShownTime(const ShownTime &time);
    /** @p snapshot must not be null; pages that are not on screen do no work for it. */
    void showSnapshot(const LiveSnapshotPtr &snapshot);

signals:
    void placeChosen(const linewatch::ui::Place &place);
    void windowChosen(linewatch::TimeWindow window);
    /** The user went from the settings to another page. */
    void settingsLeft();

private:
    void addPage(Place::Page page, const QString &name, QWidget *widget);
    void addAskingPage(Place::Page page, const QString &name, Page *widget);
    void showOverview();
    QString titleOf(const Place &place) const;

    NavRail *m_rail;
    PageHeader *m_header;
    ProblemBanner *m_banner;
    QStackedWidget *m_pages;
    OverviewPage *m_overview;
    LinesPage *m_lines;
    EventsPage *m_events;
    MachinesPage *m_machines;
    SettingsParts *m_settings;
    StatusLine *m_status;
    std::map<Place::Page, QString> m_names;
    std::map<Place::Page, Page *> m_asking; ///< the pages that ask the store for what they show
    LiveSnapshotPtr m_notShown;             ///< the newest, while the Overview is not on screen
};

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/windowbody.h"

#include "ui/pages/eventspage.h"
#include "ui/pages/linespage.h"
#include "ui/pages/machinespage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/settingsparts.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/problembanner.h"
#include "ui/widgets/statusline.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace linewatch::ui {

WindowBody::WindowBody(RegistryDesk &desk, const ThemeController &themes, const Formats &formats,
                       QWidget *parent)
    : QWidget(parent)
    , m_rail(new NavRail(themes, this))
    , m_header(new PageHeader(themes, formats, this))
    , m_banner(new ProblemBanner(themes, this))
    , m_pages(new QStackedWidget(this))
    , m_overview(new OverviewPage(themes, formats, this))
    , m_lines(new LinesPage(themes, formats, this))
    , m_events(new EventsPage(themes, formats, this))
    , m_machines(new MachinesPage(themes, formats, this))
    , m_settings(new SettingsParts(desk, themes, formats, this))
    , m_status(new StatusLine(themes, this))
{
    auto *column = new QVBoxLayout;
    column->setContentsMargins(18, 12, 18, 14);
    column->setSpacing(12);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(column, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    layout->addWidget(m_status);

    addPage(Place::Page::Overview, tr("Overview"), m_overview);
    connect(m_overview, &OverviewPage::placeChosen, this, &WindowBody::placeChosen);
    addAskingPage(Place::Page::Lines, tr("Lines"), m_lines);
    addAskingPage(Place::Page::Machines, tr("Machines"), m_machines);
    addAskingPage(Place::Page::Events, tr("Events"), m_events);
    addPage(Place::Page::Settings, tr("Settings"), m_settings);
    connect(m_settings, &SettingsParts::placeChosen, this, &WindowBody::placeChosen);
    m_machines->setRegistry(desk);
    connect(m_rail, &NavRail::pageChosen, this, [this](int page) {
        Place place;
        place.page = static_cast<Place::Page>(page);
        emit placeChosen(place);
    });
}

/** The rail numbers its pages in the order of Place::Page. */
void WindowBody::addPage(Place::Page page, const QString &name, QWidget *widget)
{
    m_names[page] = name;
    m_pages->addWidget(widget);
    m_rail->addPage(name);
}

void WindowBody::addAskingPage(Place::Page page, const QString &name, Page *widget)
{
    addPage(page, name, widget);
    m_asking[page] = widget;
    connect(widget, &Page::placeChosen, this, &WindowBody::placeChosen);
    connect(widget, &Page::windowChosen, this, &WindowBody::windowChosen);
}

void WindowBody::showPlace(const Place &place)
{
    const auto page = m_asking.find(place.page);
    if (page != m_asking.end())
        page->second->setPlace(place);
    if (place.page == Place::Page::Settings)
        m_settings->showPart(place.part);
    const bool wasSetting = m_pages->currentWidget() == m_settings;
    m_rail->choosePage(static_cast<int>(place.page));
    m_pages->setCurrentIndex(static_cast<int>(place.page));
    m_header->setTitle(titleOf(place));
    m_header->setOfTime(place.page != Place::Page::Settings);
    showOverview();
    if (wasSetting && place.page != Place::Page::Settings)
        emit settingsLeft();
}

SettingsPage &WindowBody::settings()
{
    return m_settings->general();
}

QString WindowBody::titleOf(const Place &place) const
{
    if (place.page == Place::Page::Lines && !place.line.isEmpty())
        return tr("Line");
    if (place.page == Place::Page::Machines && !place.machine.isEmpty())
        return tr("Machine");
    return m_names.at(place.page);
}

void WindowBody::setStore(StoreQueries *queries, const StateRules &rules)
{
    m_overview->setStore(queries);
    for (const auto &[page, widget] : m_asking)
        widget->setStore(queries, rules);
}

void WindowBody::setShownTime(const ShownTime &time)
{
    for (const auto &[page, widget] : m_asking)
        widget->setShownTime(time);
}

void WindowBody::showSnapshot(const LiveSnapshotPtr &snapshot)
{
    m_header->noteUpdate(snapshot->takenAt);
    m_header->setSettling(settlingOf(snapshot->window, snapshot->takenAt));
    setShownTime({snapshot->window, snapshot->isRunning()});
    m_notShown = snapshot;
    showOverview();
}

void WindowBody::showOverview()
{
    if (m_notShown && m_pages->currentWidget() == m_overview)
        m_overview->showSnapshot(std::exchange(m_notShown, nullptr));
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/keptcolumns.h"

#include "ui/pages/eventspage.h"
#include "ui/pages/linespage.h"
#include "ui/pages/registryview.h"
#include "ui/pages/settingsparts.h"
#include "ui/widgets/figuretable.h"
#include "ui/widgets/longtable.h"

#include <QSettings>

namespace linewatch::ui {

namespace {

template <class Table>
void keepTable(Table &table, QSettings &settings, const QString &key)
{
    table.setColumns(settings.value(key).toByteArray());
    QObject::connect(&table, &Table::columnsChanged, &table,
                     [&settings, key](const QByteArray &columns) { settings.setValue(key, columns); });
}

} // namespace

void keepColumns(EventsPage &page, QSettings &settings)
{
    constexpr QLatin1String eventsKey("events/columns");
    constexpr QLatin1String rejectedKey("events/rejectedColumns");
    page.setEventColumns(settings.value(eventsKey).toByteArray());
    page.setRejectionColumns(settings.value(rejectedKey).toByteArray());
    QObject::connect(
        &page, &EventsPage::eventColumnsChanged, &page,
        [&settings, eventsKey](const QByteArray &columns) { settings.setValue(eventsKey, columns); });
    QObject::connect(
        &page, &EventsPage::rejectionColumnsChanged, &page,
        [&settings, rejectedKey](const QByteArray &columns) { settings.setValue(rejectedKey, columns); });
}

void keepColumns(LinesPage &page, QSettings &settings)
{
    keepTable(page.linesTable(), settings, QStringLiteral("lines/columns"));
    keepTable(page.machinesTable(), settings, QStringLiteral("lines/machineColumns"));
}

void keepColumns(SettingsParts &parts, QSettings &settings)
{
    keepTable(parts.machines().table(), settings, QStringLiteral("settings/machineColumns"));
    keepTable(parts.lines().table(), settings, QStringLiteral("settings/lineColumns"));
}

} // namespace linewatch::ui

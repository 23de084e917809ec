// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/keptcolumns.h"

#include "ui/pages/eventspage.h"

#include <QSettings>

namespace linewatch::ui {

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

} // namespace linewatch::ui

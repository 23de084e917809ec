// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/navigator.h"

#include <QSettings>

namespace linewatch::ui {

namespace {

constexpr QLatin1String placeKey("window/place");

/** The window of time is kept by itself; a link's must not come back at every start. */
Place keptPlace(const QSettings &settings)
{
    Place place = placeOf(settings.value(placeKey).toUrl()).value_or(Place::overview());
    place.window.reset();
    return place;
}

} // namespace

Navigator::Navigator(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_history(keptPlace(settings))
{
}

void Navigator::go(const linewatch::ui::Place &place)
{
    if (place == m_history.current())
        return;
    m_history.go(place);
    arrive();
}

void Navigator::back()
{
    if (!m_history.canGoBack())
        return;
    m_history.back();
    arrive();
}

void Navigator::forward()
{
    if (!m_history.canGoForward())
        return;
    m_history.forward();
    arrive();
}

void Navigator::arrive()
{
    const Place &place = m_history.current();
    m_settings.setValue(placeKey, linkTo(place));
    if (place.window)
        emit windowWanted(*place.window);
    emit placeChanged(place);
}

} // namespace linewatch::ui

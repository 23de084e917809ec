// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/navigator.h"

#include <QSettings>

namespace linewatch::ui {

namespace {

constexpr QLatin1String ownKey("window/place");
constexpr QLatin1String demoKey("demo/place");

/** The window of time is kept by itself; a link's must not come back at every start. */
Place keptPlace(const QSettings &settings, QLatin1String key)
{
    Place place = placeOf(settings.value(key).toUrl()).value_or(Place::overview());
    place.window.reset();
    return place;
}

} // namespace

Navigator::Navigator(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_key(ownKey)
    , m_history(keptPlace(settings, m_key))
{
}

void Navigator::showDemo(bool isDemo)
{
    m_key = isDemo ? demoKey : ownKey;
    m_history = PlaceHistory(keptPlace(m_settings, m_key));
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
    m_settings.setValue(m_key, linkTo(place));
    if (place.window)
        emit windowWanted(*place.window);
    emit placeChanged(place);
}

} // namespace linewatch::ui

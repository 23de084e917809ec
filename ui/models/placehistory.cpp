// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/placehistory.h"

namespace linewatch::ui {

void PlaceHistory::go(const Place &place)
{
    if (place == current())
        return;
    m_places.resize(m_current + 1);
    m_places.push_back(place);
    if (m_places.size() > MaxPlaces)
        m_places.erase(m_places.begin());
    m_current = m_places.size() - 1;
}

} // namespace linewatch::ui

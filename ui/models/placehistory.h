// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/place.h"

#include <vector>

namespace linewatch::ui {

/** Where the user was, as a browser keeps it: going somewhere new forgets what lay ahead. */
class PlaceHistory
{
public:
    /** Older places are forgotten beyond so many. */
    static constexpr std::size_t MaxPlaces = 100;

    explicit PlaceHistory(const Place &start = {}) : m_places{start} { }

    const Place &current() const { return m_places[m_current]; }
    /** Nothing happens when that is where the user is already. */
    void go(const Place &place);
    bool canGoBack() const { return m_current > 0; }
    bool canGoForward() const { return m_current + 1 < m_places.size(); }
    /** Only when canGoBack(). */
    void back() { --m_current; }
    /** Only when canGoForward(). */
    void forward() { ++m_current; }

private:
    std::vector<Place> m_places; ///< never empty, oldest first
    std::size_t m_current = 0;
};

} // namespace linewatch::ui

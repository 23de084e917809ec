// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace linewatch::ui {

/** What a list is read for. */
struct ListedPlace {
    QPointer<StoreQueries> queries;
    ShownTime time;
    Place place;
};

/** Whether what @p wanted asks for is what @p listed was read for, but for what came since. Pure. */
inline bool isSameList(const ListedPlace &listed, const ListedPlace &wanted)
{
    if (!wanted.queries || listed.queries != wanted.queries)
        return false;
    Place place = listed.place;
    place.event = wanted.place.event; // its details are no part of the list
    place.window = wanted.place.window;
    const TimeWindow &before = listed.time.window;
    const TimeWindow &now = wanted.time.window;
    const auto longer = now.length() - before.length();
    const bool runsOn = listed.time.isRunning && wanted.time.isRunning && now.end >= before.end
        && (now.start == before.start || std::chrono::abs(longer) < std::chrono::minutes{1});
    return place == wanted.place && (listed.time == wanted.time || runsOn);
}

/**
 * A list that stays as it was read while newer rows come in, which are only counted, until it is read anew.
 * @p T is what reading gives. GUI thread only.
 */
template <class T>
class StayingList
{
public:
    /** What to ask the store, and what is done with its answers. */
    struct Questions {
        std::function<StoreQuestionInParts<T>(const ListedPlace &wanted)> read;
        std::function<std::int64_t(const T &list)> rows;
        /** How many rows there would be now, were @p list read again. */
        std::function<StoreQuestion<std::int64_t>(const ListedPlace &wanted, const ListedPlace &listed,
                                                  const T &list)>
            count;
        /** False where the list is not shown: then it is read again when it is asked for. */
        std::function<bool(const Result<T> &list, const ListedPlace &of, std::chrono::milliseconds took)>
            show;
        /** The whole of a list of which a part was told and is shown; empty where reading tells none. */
        std::function<void(const Result<T> &list, std::chrono::milliseconds took)> complete;
        std::function<void(const Result<std::int64_t> &newer, std::chrono::milliseconds took)> showNewer;
    };

    explicit StayingList(Questions questions) : m_questions(std::move(questions)) { }

    /** Counts what is newer where the list is still right and not empty, else reads it. */
    void ask(const ListedPlace &wanted)
    {
        if (m_read.isWaiting() && isSameList(m_reading, wanted))
            return; // its answer is on the way
        const bool stays = m_listed && m_rows > 0 && isSameList(*m_listed, wanted);
        if (!stays) {
            read(wanted);
            return;
        }
        m_read.cancel(); // it may be for another place, where the user was meanwhile
        m_count.ask(wanted.queries, m_questions.count(wanted, *m_listed, *m_list),
                    [this](const Result<std::int64_t> &rows, std::chrono::milliseconds took) {
                        m_questions.showNewer(
                            rows ? Result<std::int64_t>(std::max<std::int64_t>(0, *rows - m_rows)) : rows,
                            took);
                    });
    }

    void read(const ListedPlace &wanted)
    {
        m_count.cancel();
        if (!wanted.time.window.isValid())
            return;
        m_reading = wanted;
        m_hasPart = false;
        m_read.askInParts(
            wanted.queries, m_questions.read(wanted),
            [this, wanted](const T &part) {
                m_hasPart = m_questions.show(part, wanted, {});
                if (m_hasPart)
                    keep(part, wanted); // it is what is on screen, whether or not the whole comes
            },
            [this, wanted](const Result<T> &list, std::chrono::milliseconds took) {
                if (m_hasPart)
                    m_questions.complete(list, took);
                else if (!m_questions.show(list, wanted, took))
                    return;
                if (list)
                    keep(*list, wanted);
            });
    }

    void cancelCount() { m_count.cancel(); }

private:
    void keep(const T &list, const ListedPlace &of)
    {
        m_listed = of;
        m_list = list;
        m_rows = m_questions.rows(list);
    }

    const Questions m_questions;
    ListedPlace m_reading;  ///< what m_read waits for
    bool m_hasPart = false; ///< a part of that is shown
    std::optional<ListedPlace> m_listed;
    std::optional<T> m_list; ///< what was read for that
    std::int64_t m_rows = 0;
    LatestQuery<T> m_read;
    LatestQuery<std::int64_t> m_count;
};

} // namespace linewatch::ui

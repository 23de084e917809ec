// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/eventlisttext.h"

#include "ui/models/eventstablemodel.h"
#include "ui/pages/eventspage.h"

namespace linewatch::ui::eventlisttext {

namespace {

/** Before when nothing of the window is listed; nothing: all of it is. */
std::optional<Instant> notListedBefore(const EventIndex &index, const TimeWindow &window)
{
    const std::optional<Instant> from = index.filter().from;
    return from && *from > window.start ? from : std::nullopt;
}

QString rowsOf(const EventIndex &index, const Formats &formats)
{
    const QString rows = formats.count(index.rows());
    if (index.rows() > EventsTableModel::MostRows)
        return EventsPage::tr("%1 events, the newest %2 shown")
            .arg(rows, formats.count(EventsTableModel::MostRows));
    const int number = static_cast<int>(index.rows());
    switch (index.filter().defects) {
    case EventDefects::Some:
        return EventsPage::tr("%1 event(s) with defects", nullptr, number).arg(rows);
    case EventDefects::Unknown:
        return EventsPage::tr("%1 event(s) with unknown defects", nullptr, number).arg(rows);
    case EventDefects::Any:
        break;
    }
    return EventsPage::tr("%1 event(s)", nullptr, number).arg(rows);
}

} // namespace

QString summary(const EventIndex &index, const TimeWindow &window, const Formats &formats)
{
    const QString rows = rowsOf(index, formats);
    const std::optional<Instant> before = notListedBefore(index, window);
    if (!before)
        return rows;
    return index.isCut()
        ? EventsPage::tr("%1 · those before %2 were not looked through")
              .arg(rows, formats.dateAndTime(*before))
        : EventsPage::tr("%1 · those before %2 were removed").arg(rows, formats.dateAndTime(*before));
}

QString noEvents(const EventIndex &index, const TimeWindow &window, bool isFiltered, const Formats &formats)
{
    const std::optional<Instant> before = notListedBefore(index, window);
    if (before && index.isCut())
        return EventsPage::tr("There is none among the newest events, back to %1. Older ones were not looked "
                              "through. Choose a window of time above that ends there, or a machine.")
            .arg(formats.dateAndTime(*before));
    if (before)
        return EventsPage::tr(
                   "Events before %1 were removed, as old ones are here; the other pages still have "
                   "their sums. Choose a later window of time above.")
            .arg(formats.dateAndTime(*before));
    if (isFiltered)
        return EventsPage::tr(
                   "Nothing of what the filter lets through happened from %1. Clear the filter, or "
                   "choose a longer window of time above.")
            .arg(formats.span(window));
    return EventsPage::tr("No machine reported anything from %1. Choose a longer window of time above.")
        .arg(formats.span(window));
}

QString noRejections(const TimeWindow &window, bool isFiltered, const Formats &formats)
{
    const QString span = formats.span(window);
    return isFiltered
        ? EventsPage::tr("Nothing of what the filter lets through was rejected from %1. Clear the filter, or "
                         "choose a longer window of time above.")
              .arg(span)
        : EventsPage::tr(
              "Every event that was received from %1 was taken. Choose a longer window of time above "
              "to look further back.")
              .arg(span);
}

} // namespace linewatch::ui::eventlisttext

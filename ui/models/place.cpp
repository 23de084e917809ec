// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/place.h"

#include "model/rfc3339.h"

#include <QUrlQuery>

namespace linewatch::ui {

namespace {

constexpr QLatin1String scheme("linewatch");
constexpr QLatin1String someDefects("some");
constexpr QLatin1String unknownDefects("unknown");
constexpr QLatin1String rejectedList("rejected");
constexpr QLatin1String machinesPart("machines");
constexpr QLatin1String linesPart("lines");

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString timeText(Instant instant)
{
    return QString::fromStdString(formatRfc3339(instant));
}

QString wireText(RejectReason reason)
{
    const std::string_view name = wireName(reason);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

/** The kind of thing that a link names, and its id; the id is empty for a page as a whole. */
std::pair<QString, QString> subjectOf(const Place &place)
{
    switch (place.page) {
    case Place::Page::Lines:
        return place.line.isEmpty() ? std::pair(QStringLiteral("lines"), QString())
                                    : std::pair(QStringLiteral("line"), place.line.toString());
    case Place::Page::Machines:
        return place.machine.isEmpty() ? std::pair(QStringLiteral("machines"), QString())
                                       : std::pair(QStringLiteral("machine"), place.machine.toString());
    case Place::Page::Events:
        return place.event.isEmpty() ? std::pair(QStringLiteral("events"), QString())
                                     : std::pair(QStringLiteral("event"), place.event.toString());
    case Place::Page::Settings:
        return {QStringLiteral("settings"), {}};
    case Place::Page::Overview:
        break;
    }
    return {QStringLiteral("overview"), {}};
}

std::optional<Place> placeOfSubject(const QString &kind, const QString &id)
{
    if (id.isEmpty()) {
        if (kind == QLatin1String("overview"))
            return Place::overview();
        if (kind == QLatin1String("lines"))
            return Place::lines();
        if (kind == QLatin1String("machines"))
            return Place::machines();
        if (kind == QLatin1String("events"))
            return Place::events();
        if (kind == QLatin1String("settings"))
            return Place::settings();
        return std::nullopt;
    }
    if (kind == QLatin1String("line"))
        return Place::ofLine(LineId(id));
    if (kind == QLatin1String("machine"))
        return Place::ofMachine(MachineId(id));
    if (kind == QLatin1String("event"))
        return Place::ofEvent(EventId(id));
    return std::nullopt;
}

/** What a link says of a name; empty when it says nothing. */
QString valueOf(const QUrlQuery &query, const QString &name)
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

/** Both bounds or none; false when it is something else. */
bool readWindow(const QUrlQuery &query, std::optional<TimeWindow> &window)
{
    const QString from = valueOf(query, QStringLiteral("from"));
    const QString to = valueOf(query, QStringLiteral("to"));
    if (from.isEmpty() && to.isEmpty())
        return true;
    const std::optional<Instant> start = parseRfc3339(from.toStdString());
    const std::optional<Instant> end = parseRfc3339(to.toStdString());
    if (!start || !end || !(*start < *end))
        return false;
    window = TimeWindow{*start, *end};
    return true;
}

/** What the page of events lists, as parts of a query. */
QStringList eventsQuery(const Place &place)
{
    QStringList query;
    const auto add = [&query](QLatin1String name, const QString &value) {
        if (!value.isEmpty())
            query += name + QLatin1Char('=') + encoded(value);
    };
    add(QLatin1String("machine"), place.machine.toString());
    add(QLatin1String("line"), place.line.toString());
    if (place.defects != EventDefects::Any)
        add(QLatin1String("defects"), place.defects == EventDefects::Some ? someDefects : unknownDefects);
    if (place.isRejected)
        add(QLatin1String("list"), rejectedList);
    if (place.reason != RejectReason::None)
        add(QLatin1String("reason"), wireText(place.reason));
    add(QLatin1String("sender"), QString::fromStdString(place.sender));
    return query;
}

/** Which part of the settings, as a part of a query; nothing for the first. */
QStringList settingsQuery(Place::Part part)
{
    if (part == Place::Part::General)
        return {};
    return {QLatin1String("part=") + (part == Place::Part::Machines ? machinesPart : linesPart)};
}

/** False when there is no such part. */
bool readSettingsQuery(const QUrlQuery &query, Place &place)
{
    const QString part = valueOf(query, QStringLiteral("part"));
    if (part == machinesPart)
        place.part = Place::Part::Machines;
    else if (part == linesPart)
        place.part = Place::Part::Lines;
    return part.isEmpty() || place.part != Place::Part::General;
}

/** False when the query says what cannot be. */
bool readEventsQuery(const QUrlQuery &query, Place &place)
{
    place.machine = MachineId(valueOf(query, QStringLiteral("machine")));
    place.line = LineId(valueOf(query, QStringLiteral("line")));
    place.sender = valueOf(query, QStringLiteral("sender")).toStdString();
    const QString defects = valueOf(query, QStringLiteral("defects"));
    const QString list = valueOf(query, QStringLiteral("list"));
    const QString reason = valueOf(query, QStringLiteral("reason"));
    if (defects == someDefects)
        place.defects = EventDefects::Some;
    else if (defects == unknownDefects)
        place.defects = EventDefects::Unknown;
    place.isRejected = list == rejectedList;
    place.reason = rejectReasonFromWire(reason.toStdString());
    return (defects.isEmpty() || place.defects != EventDefects::Any) && (list.isEmpty() || place.isRejected)
        && (reason.isEmpty() || place.reason != RejectReason::None);
}

} // namespace

QUrl linkTo(const Place &place)
{
    const auto [kind, id] = subjectOf(place);
    QString text = scheme + QLatin1String("://") + kind;
    if (!id.isEmpty())
        text += QLatin1Char('/') + encoded(id);
    QStringList query;
    if (place.page == Place::Page::Events && place.event.isEmpty())
        query = eventsQuery(place);
    if (place.page == Place::Page::Settings)
        query = settingsQuery(place.part);
    if (place.window) {
        query += QLatin1String("from=") + timeText(place.window->start);
        query += QLatin1String("to=") + timeText(place.window->end);
    }
    if (!query.isEmpty())
        text += QLatin1Char('?') + query.join(QLatin1Char('&'));
    return QUrl(text, QUrl::StrictMode);
}

std::optional<Place> placeOf(const QUrl &link)
{
    if (!link.isValid() || link.scheme() != scheme)
        return std::nullopt;
    // What stands behind the first slash is one id, whatever it is made of.
    const QString id = QUrl::fromPercentEncoding(link.path(QUrl::FullyEncoded).mid(1).toLatin1());
    std::optional<Place> place = placeOfSubject(link.host(), id);
    if (!place)
        return std::nullopt;
    const QUrlQuery query(link);
    if (place->page == Place::Page::Events && id.isEmpty() && !readEventsQuery(query, *place))
        return std::nullopt;
    if (place->page == Place::Page::Settings && !readSettingsQuery(query, *place))
        return std::nullopt;
    if (!readWindow(query, place->window))
        return std::nullopt;
    return place;
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/eventdefects.h"
#include "model/ids.h"
#include "model/outcome.h"
#include "model/timewindow.h"

#include <QUrl>

#include <optional>

namespace linewatch::ui {

/** Where the user is in the window: a page, and what it is about. A value; a link names it. */
struct Place {
    enum class Page : std::uint8_t { Overview, Lines, Machines, Events, Settings };
    enum class Part : std::uint8_t { General, Machines, Lines };

    Page page = Page::Overview;
    LineId line;                      ///< Lines: that line; Events: only of it. Empty: all of them
    MachineId machine;                ///< Machines: that machine; Events: only of it. Empty: all of them
    EventId event;                    ///< Events: whose details are open; empty: none
    std::optional<TimeWindow> window; ///< from when to when; nothing: what is chosen anyway

    /** Of the page of events alone. */
    bool isRejected = false; ///< those that were rejected are listed, not those that were taken
    EventDefects defects = EventDefects::Any; ///< which of those that were taken
    RejectReason reason = RejectReason::None; ///< why they were rejected; None: for any reason
    std::string sender = {};                  ///< who sent those that were rejected; empty: anyone

    Part part = Part::General; ///< of the settings

    friend bool operator==(const Place &, const Place &) = default;

    static Place overview() { return {}; }
    static Place lines() { return {Page::Lines, {}, {}, {}, {}}; }
    static Place ofLine(const LineId &line) { return {Page::Lines, line, {}, {}, {}}; }
    static Place machines() { return {Page::Machines, {}, {}, {}, {}}; }
    static Place ofMachine(const MachineId &machine) { return {Page::Machines, {}, machine, {}, {}}; }
    static Place events() { return {Page::Events, {}, {}, {}, {}}; }
    static Place eventsOfLine(const LineId &line) { return {Page::Events, line, {}, {}, {}}; }
    static Place eventsOfMachine(const MachineId &machine) { return {Page::Events, {}, machine, {}, {}}; }
    static Place settings(Part part = Part::General)
    {
        Place place{Page::Settings, {}, {}, {}, {}};
        place.part = part;
        return place;
    }
    static Place ofEvent(const EventId &event) { return {Page::Events, {}, {}, event, {}}; }
};

/**
 * The link to a place, for people to send each other: linewatch://machine/M-103?from=...&to=..., with
 * machine, line or event and the id in percent-encoding, or overview, lines, machines, events or settings.
 * Events also with ?machine=, line=, defects=some or unknown, list=rejected, reason= as the contract writes
 * it, and sender=; settings with ?part=machines or lines. Pure.
 */
QUrl linkTo(const Place &place);

/** Where a link leads; nothing when it is none of ours or says what no place can be. Pure. */
std::optional<Place> placeOf(const QUrl &link);

} // namespace linewatch::ui

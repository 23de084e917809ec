// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/figurefacts.h"
#include "ui/models/explanationtext.h"

namespace linewatch::ui {

/** When a machine said something for the last time, and by whose clocks; a part of ExplanationText. All pure.
 */
namespace lasteventtext {

/** '15 Jan 14:12:07', as it stands in the table. */
QString shown(const LastEventFacts &facts, const Formats &formats);

/** 'newest time in an event = 15 Jan 14:12:07.25 CET, shown as 15 Jan 14:12:07' */
QString calculation(const LastEventFacts &facts, const Formats &formats);

/** What is known of it, a row each. */
std::vector<ExplanationText::Number> numbers(const LastEventFacts &facts, const Formats &formats);

/** Sentences: whose clocks these are, and what is not looked at. */
QStringList leftOut(const LastEventFacts &facts);

/** The event itself where it was read, else the events of that moment. */
Place events(const MachineId &machine, const LastEventFacts &facts);

} // namespace lasteventtext

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/element.h"

#include <QByteArray>

#include <string_view>

namespace linewatch::simulation {

/** A JSON string (RFC 8259, 7) of UTF-8 text, quotes included. */
void appendJsonString(std::string &json, std::string_view utf8);

/** The event as an object of the contract's POST /events/batch; what is empty or unset is left out. */
void appendEvent(std::string &json, const IncomingEvent &event, TimeStyle style = TimeStyle::Zulu);

/** The whole body of a post. */
QByteArray toJson(const Batch &batch);

} // namespace linewatch::simulation

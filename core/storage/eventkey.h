// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ids.h"

#include <QByteArray>

namespace linewatch {

/**
 * The form in which an event id is stored and looked up: short, and never the same for two ids.
 *
 * A UUID in canonical lower-case form is its 16 bytes. Any other id is its UTF-8; where that happens to be
 * 16 bytes long, a NUL is appended (no id holds one), so that 16 bytes always mean a UUID.
 */
QByteArray toEventKey(const EventId &id);

/** The id whose key this is. */
EventId fromEventKey(const QByteArray &key);

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/eventreader.h"

#include <QByteArray>

#include <optional>

/** Cursors as clients see them: opaque, safe in a URL, good across restarts. */
namespace linewatch::api {

QByteArray toText(const EventCursor &cursor);
std::optional<EventCursor> eventCursorFrom(const QByteArray &text);

QByteArray toText(const WriterStamp &before);
std::optional<WriterStamp> rejectionCursorFrom(const QByteArray &text);

} // namespace linewatch::api

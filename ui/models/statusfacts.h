// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"
#include "ui/models/formats.h"
#include "ui/models/textpart.h"

#include <QUrl>

namespace linewatch::ui {

/**
 * What the status line says: the endpoint, the rate, the store, the queue, the rejected. Without a snapshot
 * (null) only what is known without one, and in a viewer, which has no endpoint, nothing of taking in. Pure.
 */
std::vector<TextParts> statusFacts(const QUrl &endpoint, const QString &store,
                                   const LiveSnapshotPtr &snapshot, const Formats &formats);

} // namespace linewatch::ui

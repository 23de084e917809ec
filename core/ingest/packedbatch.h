// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/batch.h"

#include <QByteArray>

namespace linewatch {

/** A batch as a spool keeps it: its elements and its sender. The arrival is kept beside it. */
QByteArray packBatch(const PendingBatch &batch);

/** What packBatch() was given, without an arrival and with nobody to answer; nothing when it is damaged. */
std::optional<PendingBatch> unpackBatch(const QByteArray &packed);

} // namespace linewatch

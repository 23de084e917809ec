// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/explanation.h"
#include "live/livesnapshot.h"
#include "ui/models/formats.h"

namespace linewatch::ui {

/** What the card of ingest shows: CommitTime, or ReadTime where others take in. Pure. */
FigureKind ingestKind(const LiveSnapshot &snapshot);

/**
 * Explains a figure of the whole plant by the numbers of the snapshot that is on screen: HealthyMachines,
 * EventsPerMinute, Events, Defects, DefectsPercent, Availability, CommitTime or ReadTime. Pure.
 */
Explanation explainPlant(FigureKind kind, const LiveSnapshot &snapshot);

/**
 * Explains the figures of a tile in the same way: State by how it was judged, DefectRate over the window by
 * which machines are judged, anything else that sums tell over the shown window. Pure.
 */
Explanation explainTile(FigureKind kind, const MachineSnapshot &machine, const LiveSnapshot &snapshot,
                        const Formats &formats);

} // namespace linewatch::ui

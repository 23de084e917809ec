// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"
#include "ui/models/formats.h"

namespace linewatch::ui {

/** 'Healthy', 'Warning', 'Silent', 'No data' */
QString stateWord(MachineState state);

/** The texts of one machine's tile. */
struct MachineTile {
    QString name;
    QString state;
    QString rate;   ///< known defects an hour, a dash when there was no event
    QString unit;   ///< empty beside a dash
    QString detail; ///< since when, or the last event; may be empty

    /** The whole of it as a sentence. */
    QString spoken(const QString &line) const;
};

/** Pure. */
MachineTile machineTile(const MachineSnapshot &machine, const LiveSnapshot &snapshot, const Formats &formats);

/**
 * How many decimals of a machine's defect rate its tile shows: one, so that the last digit does not flicker
 * while the health window slides; two where one would show a healthy machine at its limit. Pure.
 */
int ratePlaces(const MachineSnapshot &machine, const LiveSnapshot &snapshot, const Formats &formats);

/** Whether the tile of a machine, then as part of @p before, has to be painted again. */
bool looksDifferent(const MachineSnapshot &then, const LiveSnapshot &before, const MachineSnapshot &now,
                    const LiveSnapshot &after);

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registrypatch.h"
#include "ui/models/formats.h"

namespace linewatch::ui {

/** What is typed of a machine, but for its line. */
enum class MachineField {
    Name,
    Factory,
    IdealCycle,
    UnitsPerCycle,
    SilenceLimit,
    Threshold,
    RetiredSince,
    Notes
};

/** As it would be typed; empty: not set. Pure. */
QString typedField(const RegisteredMachine &machine, MachineField field, const Formats &formats);
/**
 * Puts what was typed into @p patch; empty unsets the field. What is wrong with it, in one sentence, and
 * nothing is put then; empty: nothing. Pure but for the language.
 */
QString takeField(MachinePatch &patch, MachineField field, const QString &typed, const Formats &formats);

/** What is wrong with an entry that has only what a patch says, the first of it; empty: nothing. */
QString faultOf(const MachinePatch &patch);
QString faultOf(const LinePatch &patch);

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registry.h"

namespace linewatch {

/**
 * What becomes of one field of an entry: it stays as it is, or it gets a value; where the field may be unset,
 * the empty value unsets it.
 */
template <class T>
using FieldPatch = std::optional<T>;

/** What is changed of machines, one or many; fields that have no value here stay as each machine has them. */
struct MachinePatch {
    FieldPatch<std::string> name = {};
    FieldPatch<LineAssignment> line = {}; ///< in the place of what would count from then on
    FieldPatch<FactoryId> factoryId = {};
    FieldPatch<std::optional<std::chrono::milliseconds>> idealCycle = {};
    FieldPatch<std::optional<std::int64_t>> unitsPerCycle = {};
    FieldPatch<std::optional<std::chrono::milliseconds>> silenceLimit = {};
    FieldPatch<std::optional<Decimal>> threshold = {};
    FieldPatch<std::string> notes = {};
    FieldPatch<std::optional<Instant>> retiredSince = {};
    FieldPatch<bool> confirmed = {};
    LineAssignments withoutLines = {}; ///< assignments that go, where a machine has them, before the new one

    friend bool operator==(const MachinePatch &, const MachinePatch &) = default;
};

/** The same of lines. */
struct LinePatch {
    FieldPatch<std::string> name = {};
    FieldPatch<FactoryId> factoryId = {};
    FieldPatch<std::string> notes = {};
    FieldPatch<bool> confirmed = {};

    friend bool operator==(const LinePatch &, const LinePatch &) = default;
};

/**
 * The entry with the patch: only what the patch has is another. Doing it again changes nothing more. An
 * assignment that says what counted already is not added. Pure.
 */
RegisteredMachine patched(RegisteredMachine machine, const MachinePatch &patch);
RegisteredLine patched(RegisteredLine line, const LinePatch &patch);

} // namespace linewatch

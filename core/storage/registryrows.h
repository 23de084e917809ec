// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registry.h"
#include "storage/sqlconnection.h"

/** Rows of the registry's tables; the transaction is the caller's. */
namespace linewatch::registryrows {

/** An entry that somebody made, and the number of the change that made it what it is. */
template <class Entry>
struct Kept {
    Entry entry;
    std::int64_t changedIn = 0;
};

using Machines = std::map<MachineId, Kept<RegisteredMachine>>;
using Lines = std::map<LineId, Kept<RegisteredLine>>;

Result<std::int64_t> revision(SqlConnection &connection);
/** Entries that somebody made; of @p only, where it is not empty. */
Result<Machines> machines(SqlConnection &connection, const MachineId &only = {});
Result<Lines> lines(SqlConnection &connection);
/** The lines of the machines that have any, of @p only, where it is not empty. */
Result<std::map<MachineId, LineAssignments>> assignments(SqlConnection &connection,
                                                         const MachineId &only = {});
/** The whole registry, with what only events named. */
Result<Registry> registry(SqlConnection &connection);
/** The entry of one machine; nothing where nobody made one. */
Result<std::optional<RegisteredMachine>> machine(SqlConnection &connection, const MachineId &machineId);

/** Takes the rows of these entries away, with the lines of the machines. */
Result<void> remove(SqlConnection &connection, const std::vector<MachineId> &machines,
                    const std::vector<LineId> &lines);
/** Adds rows; none of them is there. */
Result<void> add(SqlConnection &connection, const std::vector<Kept<RegisteredMachine>> &machines);
Result<void> add(SqlConnection &connection, const std::vector<Kept<RegisteredLine>> &lines);

} // namespace linewatch::registryrows

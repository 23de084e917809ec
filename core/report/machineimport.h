// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/registrystore.h"

#include <string_view>

namespace linewatch {

/** What a row makes of one field; both as people read them. */
struct FieldChange {
    QString field;
    QString before;
    QString after;
};

/** A row of a file of machines: what it will change, or why it will not. */
struct ImportRow {
    int number = 0; ///< as a spreadsheet counts rows, from 1
    MachineId machineId;
    bool isNew = false;               ///< nothing is known of that machine yet
    std::vector<Sentence> faults;     ///< empty: the row is good
    std::vector<FieldChange> changes; ///< of a good row; empty: nothing changes
    RegisteredMachine entry;          ///< of a good row: what the machine will be

    bool isGood() const { return faults.empty(); }
    bool changesSomething() const { return isGood() && (isNew || !changes.empty()); }
};

/** A file of machines beside a registry: what taking it in would do. A value. */
struct MachineImport {
    std::int64_t revision = 0;  ///< of the registry that was looked at
    QStringList unknownColumns; ///< they are passed over
    std::vector<ImportRow> rows;

    std::int64_t changing() const; ///< rows
    std::int64_t refused() const;  ///< rows
    /** Exactly the good rows that change something; refused by the store where the registry is another then.
     */
    RegistryChange change(const QString &what) const;
};

/**
 * Reads a file as writeMachines() writes it, with some or all of its columns in any order; machineId must be
 * among them. What has no column stays as it is, except that a machine that is in the file is confirmed. A
 * failure where the file as a whole cannot be read. @p now is from when a line counts that has no time. Pure.
 */
Result<MachineImport> previewMachines(std::string_view file, const Registry &registry, Instant now);

} // namespace linewatch

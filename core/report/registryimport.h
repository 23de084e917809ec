// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/registrycells.h"
#include "report/registrykind.h"
#include "storage/registrystore.h"

namespace linewatch {

/** What a row makes of one field. */
struct FieldChange {
    std::string_view field; ///< the column's name, without a unit; lives as long as the program
    RegistryCell before;
    RegistryCell after;
};

/** A row of a file of machines or lines: what it will change, or why it will not. */
struct ImportRow {
    int number = 0;                   ///< as a spreadsheet counts rows, from 1
    QString id;                       ///< of the machine or line; empty where it cannot be read
    bool isNew = false;               ///< nothing is known of that machine or line yet
    std::vector<Sentence> faults;     ///< empty: the row is good
    std::vector<FieldChange> changes; ///< of a good row; empty: nothing changes

    bool isGood() const { return faults.empty(); }
    bool changesSomething() const { return isGood() && (isNew || !changes.empty()); }
};

/** A file of machines or lines beside a registry: what taking it in would do. A value. */
struct RegistryImport {
    RegistryKind kind = RegistryKind::Machines;
    QStringList unknownColumns; ///< they are passed over
    std::vector<ImportRow> rows;
    RegistryChange entries; ///< what the rows that change something make, and of which revision

    std::int64_t changing() const; ///< rows
    std::int64_t refused() const;  ///< rows
    /** Exactly the good rows that change something; refused by the store where the registry is another then.
     */
    RegistryChange change(const QString &what) const;
};

/**
 * Reads a file as writeRegistry() writes it, with some or all of its columns in any order; the one of the ids
 * must be among them. What has no column stays as it is, except that what is in the file is confirmed. A
 * failure where the file as a whole cannot be read. @p now is from when a line of a machine counts that has
 * no time. Pure.
 */
Result<RegistryImport> previewImport(RegistryKind kind, std::string_view file, const Registry &registry,
                                     Instant now);

} // namespace linewatch

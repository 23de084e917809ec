// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registry.h"

namespace linewatch {

/** New values of entries, to be kept all together or not at all. */
struct RegistryChange {
    std::int64_t basedOn = 0; ///< the revision that whoever made this looked at
    QString what;             ///< for people, at most 200 characters are kept: 'import of machines.csv'
    std::vector<RegisteredMachine> machines = {};
    std::vector<RegisteredLine> lines = {};
};

/** A change that was made and can be undone. */
struct MadeChange {
    std::int64_t number = 0; ///< the revision that it led to
    Instant at;
    QString what;
    std::int64_t entries = 0; ///< machines and lines that it changed
};

/**
 * The registry of a store, to be read and changed beside whatever else uses the store. Blocks on the
 * database; one thread at a time.
 */
class RegistryStore
{
public:
    /** So many changes can be undone, the newest. */
    static constexpr int KeptChanges = 100;

    virtual ~RegistryStore() = default;

    virtual Result<Registry> read() = 0;
    virtual Result<std::int64_t> revision() = 0;
    /**
     * Makes the change in one transaction and gives the revision then; entries that are what they were stay
     * untouched, and where all are, nothing is written. Refused where the registry is not that of
     * change.basedOn any more, or an entry breaks a rule of faultsOf().
     */
    virtual Result<std::int64_t> apply(const RegistryChange &change, Instant now) = 0;
    /** The newest change that was not undone; nothing where none is kept. */
    virtual Result<std::optional<MadeChange>> lastChange() = 0;
    /**
     * Makes the entries of a change what they were before it, in one transaction, and gives the revision
     * then. Refused where there is no such change any more, or one of its entries was changed since.
     */
    virtual Result<std::int64_t> undo(std::int64_t number) = 0;
};

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/databaseurl.h"
#include "storage/registrystore.h"

#include <functional>
#include <memory>

namespace linewatch {

class SqlConnection;
class SqlDialect;

/**
 * The registry in a store's tables. Each function opens a connection of its own and takes no lock of the
 * store: a change is a short transaction, for which others that write wait, as it does for them.
 */
class SqlRegistryStore final : public RegistryStore
{
public:
    /** A store that is there. Makes and migrates nothing: fails where its schema is not this program's. */
    static Result<std::unique_ptr<SqlRegistryStore>> open(const DatabaseUrl &url);
    ~SqlRegistryStore() override;

    Result<Registry> read() override;
    Result<std::int64_t> revision() override;
    Result<std::int64_t> apply(const RegistryChange &change, Instant now) override;
    Result<std::optional<MadeChange>> lastChange() override;
    Result<std::int64_t> undo(std::int64_t number) override;

private:
    /** What is done within a transaction; the revision that it leaves behind. */
    using Work = std::function<Result<std::int64_t>(SqlConnection &connection)>;

    explicit SqlRegistryStore(std::unique_ptr<SqlDialect> dialect);
    Result<std::int64_t> change(const Work &work) const;

    std::unique_ptr<SqlDialect> m_dialect;
};

} // namespace linewatch

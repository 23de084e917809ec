// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/registrystore.h"
#include "storage/sqlconnection.h"

/** How a change of the registry is made and undone; the transaction, one that writes, is the caller's. */
namespace linewatch::registrychanges {

/** See RegistryStore::apply(). */
Result<std::int64_t> apply(SqlConnection &connection, const RegistryChange &change, Instant now);
/** See RegistryStore::lastChange(). */
Result<std::optional<MadeChange>> last(SqlConnection &connection);
/** See RegistryStore::undo(). */
Result<std::int64_t> undo(SqlConnection &connection, std::int64_t number);

} // namespace linewatch::registrychanges

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace linewatch {

/**
 * Where an event's key stands in the index over keys. Keys that share a hash are told apart by reading their
 * rows; the seed, drawn once for each store, keeps senders from making such keys on purpose. The same for the
 * life of a store: it is written to disk.
 */
class KeyHasher
{
public:
    explicit KeyHasher(std::int64_t seed) : m_seed(static_cast<std::uint64_t>(seed)) { }

    std::int64_t operator()(const QByteArray &key) const;

private:
    std::uint64_t m_seed;
};

} // namespace linewatch

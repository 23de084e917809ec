// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>
#include <cstdint>
#include <vector>

namespace linewatch {

/**
 * Tells without looking that a set does not hold a hash; wrong for about one in two hundred that it does not
 * hold, never for one that it does. A split block Bloom filter, as Apache Parquet describes it
 * (https://parquet.apache.org/docs/file-format/bloomfilter/): each question touches one cache line.
 */
class KeyFilter
{
public:
    /** Room for that many hashes, 12 bits each. */
    explicit KeyFilter(std::size_t hashes);
    /** From bytes() of another; a filter that lets everything through where they are none. */
    explicit KeyFilter(const QByteArray &bytes);

    void add(std::int64_t hash);
    bool mayHold(std::int64_t hash) const;
    /** For the store: the same on every machine. */
    QByteArray bytes() const;

private:
    using Block = std::array<std::uint32_t, 8>;

    std::size_t blockOf(std::int64_t hash) const;

    std::vector<Block> m_blocks; ///< never empty
};

} // namespace linewatch

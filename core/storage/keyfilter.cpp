// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keyfilter.h"

#include <QtEndian>

#include <algorithm>

namespace linewatch {

namespace {

constexpr std::size_t bitsPerHash = 12;
constexpr std::size_t bitsPerBlock = 256;
constexpr std::size_t bytesPerBlock = bitsPerBlock / 8;

/** One bit in each word of a block, chosen by the lower half of the hash. The factors are Parquet's. */
std::uint32_t bitOf(std::int64_t hash, std::size_t word)
{
    static constexpr std::array<std::uint32_t, 8> salt{0x47b6137bU, 0x44974d91U, 0x8824ad5bU, 0xa2b7289dU,
                                                       0x705495c7U, 0x2df1424bU, 0x9efc4947U, 0x5c6bfb31U};
    return 1U << ((static_cast<std::uint32_t>(hash) * salt[word]) >> 27U);
}

} // namespace

KeyFilter::KeyFilter(std::size_t hashes)
    : m_blocks(std::max<std::size_t>(1, (hashes * bitsPerHash + bitsPerBlock - 1) / bitsPerBlock), Block{})
{
}

KeyFilter::KeyFilter(const QByteArray &bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    m_blocks.resize(std::max<std::size_t>(1, size / bytesPerBlock));
    if (size == 0 || size % bytesPerBlock != 0) {
        m_blocks.assign(1, Block{});
        m_blocks.front().fill(~0U);
        return;
    }
    const char *from = bytes.constData();
    for (Block &block : m_blocks) {
        for (std::uint32_t &word : block) {
            word = qFromLittleEndian<quint32>(from);
            from += sizeof word;
        }
    }
}

std::size_t KeyFilter::blockOf(std::int64_t hash) const
{
    const std::uint64_t upper = static_cast<std::uint64_t>(hash) >> 32U;
    return static_cast<std::size_t>((upper * m_blocks.size()) >> 32U);
}

void KeyFilter::add(std::int64_t hash)
{
    Block &block = m_blocks[blockOf(hash)];
    for (std::size_t word = 0; word < block.size(); ++word)
        block[word] |= bitOf(hash, word);
}

bool KeyFilter::mayHold(std::int64_t hash) const
{
    const Block &block = m_blocks[blockOf(hash)];
    std::uint32_t missing = 0;
    for (std::size_t word = 0; word < block.size(); ++word)
        missing |= bitOf(hash, word) & ~block[word];
    return missing == 0;
}

QByteArray KeyFilter::bytes() const
{
    QByteArray bytes(static_cast<qsizetype>(m_blocks.size() * bytesPerBlock), Qt::Uninitialized);
    char *to = bytes.data();
    for (const Block &block : m_blocks) {
        for (const std::uint32_t word : block) {
            qToLittleEndian(word, to);
            to += sizeof word;
        }
    }
    return bytes;
}

} // namespace linewatch

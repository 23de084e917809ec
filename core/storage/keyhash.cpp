// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keyhash.h"

#include <xxhash.h>

namespace linewatch {

std::int64_t KeyHasher::operator()(const QByteArray &key) const
{
    const auto size = static_cast<std::size_t>(key.size());
    return static_cast<std::int64_t>(XXH3_64bits_withSeed(key.constData(), size, m_seed));
}

} // namespace linewatch

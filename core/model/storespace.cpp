// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storespace.h"

namespace linewatch {

namespace {

constexpr std::int64_t leastFree = 1024LL * 1024 * 1024;
constexpr std::int64_t daysOfNotice = 7;

} // namespace

bool isShort(const StoreSpace &space)
{
    if (!space.free)
        return false;
    return *space.free < leastFree || *space.free < daysOfNotice * space.growthPerDay.value_or(0);
}

} // namespace linewatch

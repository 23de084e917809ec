// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/target.h"

#include <algorithm>

namespace linewatch::http {

namespace {

bool startsWithScheme(QByteArrayView target, QByteArrayView scheme)
{
    return target.size() > scheme.size()
        && target.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0;
}

/** What follows scheme and authority; nothing where the authority is missing. */
std::optional<QByteArrayView> afterAuthority(QByteArrayView target)
{
    target = target.sliced(target.indexOf("//") + 2);
    const auto end = std::find_if(target.begin(), target.end(), [](char c) { return c == '/' || c == '?'; });
    if (end == target.begin())
        return std::nullopt;
    return target.sliced(end - target.begin());
}

} // namespace

std::optional<Target> splitTarget(QByteArrayView target)
{
    const bool isAddress = startsWithScheme(target, "http://") || startsWithScheme(target, "https://");
    if (isAddress) {
        const auto rest = afterAuthority(target);
        if (!rest)
            return std::nullopt;
        target = *rest;
    }
    const qsizetype mark = target.indexOf('?');
    Target split{(mark < 0 ? target : target.first(mark)).toByteArray(),
                 mark < 0 ? QByteArray() : target.sliced(mark + 1).toByteArray()};
    if (isAddress && split.path.isEmpty())
        split.path = "/";
    if (!split.path.startsWith('/'))
        return std::nullopt;
    return split;
}

} // namespace linewatch::http

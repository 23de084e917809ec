// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace linewatch {

/**
 * The number of Unicode code points in a text that may stand in an id: well-formed UTF-8 (RFC 3629: no
 * overlong forms, no surrogates, nothing beyond U+10FFFF) without control characters (C0, DEL, C1).
 * Nothing when the text breaks either rule.
 */
std::optional<std::size_t> countIdCodePoints(std::string_view utf8);

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace linewatch {

/**
 * The integer that a JSON number stands for, however it is written: 5, 5.0, 50e-1. Nothing when it is no
 * whole number or lies beyond 64 bits. @p token must be a number by JSON's grammar (RFC 8259, 6).
 */
std::optional<std::int64_t> integerFromJson(std::string_view token);

} // namespace linewatch

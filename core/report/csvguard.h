// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/**
 * A spreadsheet takes a text for a formula that begins with = + - @, a tab or a carriage return. Such texts
 * get an apostrophe before them in a file, and so do those that would be one of them with fewer apostrophes:
 * then what is read back is what was written.
 */
namespace linewatch::csvguard {

inline bool isGuarded(std::string_view text)
{
    const std::size_t start = text.find_first_not_of('\'');
    return start != std::string_view::npos
        && std::string_view("=+-@\t\r").find(text[start]) != std::string_view::npos;
}

/** As it stands in a file. */
inline std::string guarded(std::string_view text)
{
    return isGuarded(text) ? '\'' + std::string(text) : std::string(text);
}

/** What a text of a file means. */
inline std::string_view unguarded(std::string_view text)
{
    return text.starts_with('\'') && isGuarded(text) ? text.substr(1) : text;
}

} // namespace linewatch::csvguard

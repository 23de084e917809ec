// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace linewatch {

/** A member of a JSON object as it was written. */
struct ScannedField {
    std::string name;       ///< unescaped
    std::string_view value; ///< the JSON text, within what was scanned
};

/** The members of @p object, the text of a well-formed JSON object, in their order. Pure; any thread. */
std::vector<ScannedField> scanFields(std::string_view object);

} // namespace linewatch

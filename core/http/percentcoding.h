// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace linewatch::http {

/**
 * What a percent-encoded part of a URI stands for, as UTF-8; every other byte, a plus sign too, stands for
 * itself. Nothing when a percent sign is not followed by two hexadecimal digits or when what comes out is
 * not well-formed UTF-8.
 */
std::optional<QByteArray> percentDecoded(QByteArrayView encoded);

} // namespace linewatch::http

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace linewatch {

/**
 * RapidJSON 1.1 gives up on a whole document for one number beyond a double, also where it is asked for
 * numbers as text. This writes a stand-in over each such number, of the same length, so that offsets stay:
 * the integer that it stands for where that fits 64 bits, else 0.5, which no member that we read takes. From
 * the first number that breaks JSON's grammar on everything stays as it is, for the parser to find.
 */
QByteArray withoutHugeNumbers(QByteArray json);

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace linewatch {

/** Blocks until all bytes are written; else why not, an errno. 0: they are. */
int writeAll(int descriptor, QByteArrayView bytes);

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/writeall.h"

#include <cerrno>
#include <unistd.h>

namespace linewatch {

int writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (written >= 0)
            bytes = bytes.sliced(written);
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}

} // namespace linewatch

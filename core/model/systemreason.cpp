// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/systemreason.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace linewatch {

namespace {

struct Reason {
    int error;
    const char *words;
};

/** Those that users meet. The system has words for all of them, but in the language of its own set-up. */
constexpr std::array reasons{
    Reason{ENOSPC, QT_TRANSLATE_NOOP("Failure", "No space left on device")},
    Reason{EDQUOT, QT_TRANSLATE_NOOP("Failure", "Disk quota exceeded")},
    Reason{EFBIG, QT_TRANSLATE_NOOP("Failure", "File too large")},
    Reason{EACCES, QT_TRANSLATE_NOOP("Failure", "Permission denied")},
    Reason{EPERM, QT_TRANSLATE_NOOP("Failure", "Operation not permitted")},
    Reason{EROFS, QT_TRANSLATE_NOOP("Failure", "Read-only file system")},
    Reason{ENOENT, QT_TRANSLATE_NOOP("Failure", "No such file or directory")},
    Reason{ENOTDIR, QT_TRANSLATE_NOOP("Failure", "Not a directory")},
    Reason{EISDIR, QT_TRANSLATE_NOOP("Failure", "Is a directory")},
    Reason{ENAMETOOLONG, QT_TRANSLATE_NOOP("Failure", "File name too long")},
    Reason{EIO, QT_TRANSLATE_NOOP("Failure", "Input/output error")},
    Reason{EPIPE, QT_TRANSLATE_NOOP("Failure", "Broken pipe")},
    Reason{EMFILE, QT_TRANSLATE_NOOP("Failure", "Too many open files")},
    Reason{ENOLCK, QT_TRANSLATE_NOOP("Failure", "No locks available")},
};

} // namespace

Sentence systemReason(int error)
{
    const auto known = std::ranges::find(reasons, error, &Reason::error);
    if (known != reasons.end())
        return Sentence(known->words);
    return QString::fromLocal8Bit(std::strerror(error));
}

} // namespace linewatch

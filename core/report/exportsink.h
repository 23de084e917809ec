// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"

#include <QByteArrayView>

namespace linewatch {

/** Where the bytes of an exported file go. Without commit() it takes back what it can when it ends. */
class ExportSink
{
public:
    virtual ~ExportSink() = default;

    /** All of the bytes, or a failure that says why not and what of. */
    virtual Result<void> write(QByteArrayView bytes) = 0;
    /** Once, after the last write(): makes the file appear whole under its name. */
    virtual Result<void> commit() = 0;
};

} // namespace linewatch

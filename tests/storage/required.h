// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"

#include <QtGlobal>

#include <type_traits>
#include <utility>

namespace linewatch::test {

/** What a test cannot do without: its failure ends the test program. */
template <class T>
T required(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.failure().message));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace linewatch::test

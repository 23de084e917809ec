// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"

#include <functional>

class QApplication;

namespace linewatch {

/**
 * Shows why the program cannot start and ends it with @p exitCode once that was read. Where @p openSettings
 * is given, it can be called instead: what it opens is to keep the program going.
 */
void showStartFailure(QApplication &app, const Failure &failure, int exitCode,
                      const std::function<void()> &openSettings = {});

} // namespace linewatch

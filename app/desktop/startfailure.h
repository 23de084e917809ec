// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"

class QApplication;

namespace linewatch {

/** Shows why the program cannot start and ends it with @p exitCode once that was read. */
void showStartFailure(QApplication &app, const Failure &failure, int exitCode);

} // namespace linewatch

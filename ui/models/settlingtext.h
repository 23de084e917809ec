// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/settling.h"

#include <QString>

namespace linewatch::ui {

/** 'provisional' beside a window whose figures still change, else empty. Pure. */
QString settlingWord(Settling settling);

/** What can still change, in a sentence or two; empty where the figures are settled. Pure. */
QString settlingHint(Settling settling);

} // namespace linewatch::ui

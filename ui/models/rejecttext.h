// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/outcome.h"

#include <QString>

namespace linewatch::ui {

/** What is wrong, in a few words: Duration missing. Pure. */
QString rejectWords(RejectReason reason);

/** What the sender has to change, in a sentence or two. Pure. */
QString rejectAdvice(RejectReason reason);

} // namespace linewatch::ui

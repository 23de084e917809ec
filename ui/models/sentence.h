// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linewatch::ui {

/** With a full stop at its end, as a reason stands among other sentences. Pure. */
QString asSentence(const QString &reason);

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentence.h"

namespace linewatch::ui {

QString asSentence(const QString &reason)
{
    return reason.endsWith(QLatin1Char('.')) ? reason : reason + QLatin1Char('.');
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ids.h"
#include "model/timewindow.h"

#include <QByteArray>
#include <QUrl>

namespace linewatch::simulation {

/** A value as it stands in a query or a path segment. */
template <class Tag>
QByteArray encoded(const TextId<Tag> &id)
{
    return QUrl::toPercentEncoding(id.toString());
}

/** Times with bare and with escaped offsets take turns: a plus in a query is a plus (contract, common rules).
 */
QByteArray queryTime(Instant time);

/** "&from=...&to=..." with these two names. */
QByteArray queryWindow(TimeWindow window, const char *startName, const char *endName);

} // namespace linewatch::simulation

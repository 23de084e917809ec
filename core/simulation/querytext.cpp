// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/querytext.h"

#include "model/rfc3339.h"

namespace linewatch::simulation {

QByteArray queryTime(Instant time)
{
    using namespace std::chrono_literals;
    const auto style = time.time_since_epoch().count() % 3;
    if (style == 0)
        return QByteArray::fromStdString(formatRfc3339(time));
    QByteArray text = QByteArray::fromStdString(formatRfc3339(time + (5h + 30min)));
    text.chop(1);
    return text + (style == 1 ? "+05:30" : "%2B05:30");
}

QByteArray queryWindow(TimeWindow window, const char *startName, const char *endName)
{
    return QByteArray("&") + startName + '=' + queryTime(window.start) + '&' + endName + '='
        + queryTime(window.end);
}

} // namespace linewatch::simulation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/services.h"

#include <QByteArray>

namespace linewatch::api {

/** What /metrics says, in the Prometheus text format 0.0.4. */
QByteArray metricsText(const Services &services);

} // namespace linewatch::api

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace linewatch::http {

/** The reason phrase that RFC 9110 gives a status; "Unknown" for one it does not name. */
QByteArrayView reasonPhrase(int status);

} // namespace linewatch::http

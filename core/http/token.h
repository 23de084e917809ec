// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace linewatch::http {

/** Whether the byte may stand in a token: a method, a header name (RFC 9110, 5.6.2). */
bool isTokenCharacter(char byte);

/** Whether a comma-separated field value lists the token, without regard to case. */
bool listsToken(QByteArrayView fieldValue, QByteArrayView token);

} // namespace linewatch::http

// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/token.h"

namespace linewatch::http {

bool isTokenCharacter(char byte)
{
    const bool alphanumeric =
        (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
    return alphanumeric || (byte != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(byte));
}

bool listsToken(QByteArrayView fieldValue, QByteArrayView token)
{
    while (!fieldValue.isEmpty()) {
        const qsizetype comma = fieldValue.indexOf(',');
        const QByteArrayView item = comma < 0 ? fieldValue : fieldValue.first(comma);
        if (item.trimmed().compare(token, Qt::CaseInsensitive) == 0)
            return true;
        fieldValue = comma < 0 ? QByteArrayView() : fieldValue.sliced(comma + 1);
    }
    return false;
}

} // namespace linewatch::http

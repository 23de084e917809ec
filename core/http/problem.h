// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <QJsonObject>
#include <QString>

namespace linewatch::http {

/** Why a whole request failed, as RFC 9457 tells it. */
struct Problem {
    int status = 500;
    QString detail;                               ///< for people: what is wrong with this very request
    QString type = QStringLiteral("about:blank"); ///< a URI reference such as "commit-unknown"
    QString title = {};                           ///< empty: the status' reason phrase
    QJsonObject members = {}; ///< further members, such as the byte offset of a JSON error
};

/** The answer, application/problem+json. Headers of its own (Allow, Retry-After) are the caller's to add. */
Response toResponse(const Problem &problem);

} // namespace linewatch::http

// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/problem.h"

#include "http/status.h"

#include <QJsonDocument>

namespace linewatch::http {

Response toResponse(const Problem &problem)
{
    const QString title =
        problem.title.isEmpty() ? QString::fromLatin1(reasonPhrase(problem.status)) : problem.title;
    QJsonObject object = problem.members;
    object.insert(u"type", problem.type);
    object.insert(u"title", title);
    object.insert(u"status", problem.status);
    if (!problem.detail.isEmpty())
        object.insert(u"detail", problem.detail);

    Response response{.status = problem.status, .headers = {}, .body = {}};
    response.headers.append("Content-Type", "application/problem+json");
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

} // namespace linewatch::http

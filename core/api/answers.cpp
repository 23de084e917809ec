// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/answers.h"

#include "http/problem.h"

namespace linewatch::api {

namespace {

http::Response retryLater(http::Problem problem)
{
    problem.status = 503;
    http::Response response = http::toResponse(problem);
    response.headers.append(QByteArrayLiteral("Retry-After"), QByteArrayLiteral("1"));
    return response;
}

} // namespace

http::Response jsonAnswer(const JsonWriter &json)
{
    http::Response response;
    response.headers.append(QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json"));
    response.body = json.take();
    return response;
}

http::Response failureAnswer(const Failure &failure)
{
    switch (failure.kind) {
    case Failure::Kind::Refused:
        return badRequest(failure.message);
    case Failure::Kind::Unavailable:
    case Failure::Kind::Contended:
    case Failure::Kind::ConnectionLost:
    case Failure::Kind::Damaged: // once it is restored, the same can be sent again
        return retryLater({.detail = failure.message});
    case Failure::Kind::CommitUnknown:
        return retryLater(
            {.detail = QStringLiteral("Whether the batch was stored is not known; send it again, that "
                                      "is always safe. %1")
                           .arg(failure.message),
             .type = QStringLiteral("commit-unknown"),
             .title = QStringLiteral("Commit outcome unknown")});
    case Failure::Kind::Internal:
        break;
    }
    return http::toResponse({.status = 500, .detail = failure.message});
}

http::Response badRequest(const QString &detail)
{
    return http::toResponse({.status = 400, .detail = detail});
}

http::Response overloaded(const QString &detail)
{
    return retryLater({.detail = detail});
}

void answerFromStore(ReaderPool &readers, http::Responder respond,
                     std::function<Result<http::Response>(EventReader &)> answer)
{
    // A std::function is copyable, a responder is not.
    const auto shared = std::make_shared<http::Responder>(std::move(respond));
    const bool taken = readers.ask([shared, answer = std::move(answer)](Result<EventReader *> reader) {
        if (!reader) {
            (*shared)(failureAnswer(reader.failure()));
            return;
        }
        Result<http::Response> response = answer(**reader);
        (*shared)(response ? std::move(*response) : failureAnswer(response.failure()));
    });
    if (!taken)
        (*shared)(overloaded(QStringLiteral("Too many questions wait for the store; ask again.")));
}

} // namespace linewatch::api

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/jsonwriter.h"
#include "http/handler.h"
#include "model/failure.h"
#include "storage/readerpool.h"

#include <functional>

namespace linewatch::api {

http::Response jsonAnswer(const JsonWriter &json);

/** 400, 500 or 503 by the kind of failure; 503 says when to try again. */
http::Response failureAnswer(const Failure &failure);

/** 400 with the words of a refused request. */
http::Response badRequest(const QString &detail);

/** The answer when too much waits already. */
http::Response overloaded(const QString &detail);

/**
 * Asks the store on a reader's thread and sends what @p answer makes of it; when the store cannot be read
 * or too many questions wait, the answer says so.
 */
void answerFromStore(ReaderPool &readers, http::Responder respond,
                     std::function<Result<http::Response>(EventReader &)> answer);

} // namespace linewatch::api

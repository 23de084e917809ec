// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/httpanswer.h"

#include <QStringList>

#include <memory>

namespace linewatch::test {

/**
 * Holds answers against an OpenAPI document: path, method, status, media type, required headers and, for
 * JSON, the schema. What the document does not know is a violation too. Answers that no operation can
 * list (404 for an unknown path, 405, 501, refusals of bytes that are no HTTP) are held against the
 * document's components/responses. Not thread-safe.
 */
class OpenApiValidator
{
public:
    /** @p document must be valid JSON; a test that is given another one ends here with a message. */
    explicit OpenApiValidator(const QByteArray &document);
    ~OpenApiValidator();

    /** What is wrong with @p answer to @p request; empty when nothing is. */
    QStringList check(const RequestLine &request, const HttpAnswer &answer);

private:
    class Document;
    std::unique_ptr<Document> m_document;
};

} // namespace linewatch::test

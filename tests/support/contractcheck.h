// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/openapivalidator.h"

#include <QMutex>

namespace linewatch::test {

/**
 * Collects what the answers of a test break of the contract. The clients report to it by themselves, so that
 * no test can forget; the test takes the violations at its end. A check that is destroyed with violations
 * nobody took ends the program. Thread-safe.
 */
class ContractCheck
{
public:
    /** Holds answers against core/api/openapi.json. */
    ContractCheck();
    explicit ContractCheck(const QByteArray &document);
    ~ContractCheck();

    void check(const RequestLine &request, const HttpAnswer &answer);
    void report(const QString &violation);

    /** The violations since the last call, at most the first few of them. */
    QStringList take();

    /** The text of core/api/openapi.json. */
    static QByteArray document();

private:
    QMutex m_mutex;
    OpenApiValidator m_validator;
    QStringList m_violations;
};

} // namespace linewatch::test

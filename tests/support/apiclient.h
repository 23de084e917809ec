// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/httpclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace linewatch::test {

/** Parameters of a query in the order they are to be sent; values are escaped by the client. */
using Query = QList<std::pair<QString, QString>>;

/** "/path?name=value&..." with everything escaped that a query does not carry as it is. */
QByteArray target(const QString &path, const Query &query = {});

/** An answer and, where its body is JSON, what it says. */
struct ApiAnswer {
    HttpAnswer http; ///< status 0 when there was no answer
    QJsonDocument json;

    int status() const { return http.status; }
    QJsonObject object() const { return json.object(); }
    QJsonArray array() const { return json.array(); }
    QJsonArray items() const { return object()[QLatin1String("items")].toArray(); }
    /** The detail of a problem. */
    QString detail() const { return object()[QLatin1String("detail")].toString(); }
};

/** The answer to a batch. */
struct BatchAnswer : ApiAnswer {
    int count(QLatin1String name) const { return object()[name].toInt(); }
    /** "ACCEPTED", "DEDUPED IDENTICAL", "REJECTED INVALID_DURATION" ..., one for each element. */
    QStringList outcomes() const;
};

/**
 * Speaks the wire contract over one kept-alive connection, which it renews when the server closed it. Reports
 * to the contract check whatever breaks the OpenAPI document, and batches whose counts do not add up.
 * Belongs to the thread that made it.
 */
class ApiClient
{
public:
    ApiClient(quint16 port, ContractCheck &contract);

    ApiAnswer get(const QString &path, const Query &query = {});
    /** @p rawTarget goes out as it is. */
    ApiAnswer request(const RequestLine &rawTarget,
                      const QList<std::pair<QByteArray, QByteArray>> &headers = {},
                      const QByteArray &body = {});

    BatchAnswer postBatch(const QJsonArray &events);
    /** @p body goes out as it is; the sum of the counts is only checked against @p elements when it is given.
     */
    BatchAnswer postRaw(const QByteArray &body, qsizetype elements = -1,
                        const QList<std::pair<QByteArray, QByteArray>> &headers = {});

    /** Every item of a paged answer, in order; follows nextCursor to the end. */
    QJsonArray getAllItems(const QString &path, Query query);

private:
    std::optional<HttpAnswer> exchange(const RequestLine &request, const QByteArray &bytes);
    void checkSums(const BatchAnswer &answer, qsizetype elements);

    ContractCheck &m_contract;
    HttpClient m_client;
};

} // namespace linewatch::test

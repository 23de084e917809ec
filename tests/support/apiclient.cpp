// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/apiclient.h"

#include "support/contractcheck.h"

#include <QUrl>

namespace linewatch::test {

namespace {

ApiAnswer toApiAnswer(const std::optional<HttpAnswer> &http)
{
    ApiAnswer answer;
    if (!http)
        return answer;
    answer.http = *http;
    if (http->mediaType().endsWith("json"))
        answer.json = QJsonDocument::fromJson(http->body);
    return answer;
}

} // namespace

QByteArray target(const QString &path, const Query &query)
{
    QByteArray bytes = path.toUtf8();
    char separator = '?';
    for (const auto &[name, value] : query) {
        bytes += separator + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
        separator = '&';
    }
    return bytes;
}

QStringList BatchAnswer::outcomes() const
{
    QStringList texts;
    for (const QJsonValue &value : object()[QLatin1String("results")].toArray()) {
        const QJsonObject result = value.toObject();
        QStringList words{result[QLatin1String("status")].toString()};
        for (const QLatin1String name : {QLatin1String("detail"), QLatin1String("reason")}) {
            if (result.contains(name))
                words.append(result[name].toString());
        }
        texts.append(words.join(u' '));
    }
    return texts;
}

ApiClient::ApiClient(quint16 port, ContractCheck &contract) : m_contract(contract), m_client(port, contract)
{
}

std::optional<HttpAnswer> ApiClient::exchange(const RequestLine &request, const QByteArray &bytes)
{
    // A kept-alive connection may have been closed since the last answer: then, and only then, once more.
    const bool fresh = !m_client.isConnected();
    if (fresh && !m_client.connect())
        return std::nullopt;
    m_client.write(bytes);
    std::optional<HttpAnswer> answer = m_client.readAnswer(request);
    if (!answer && !fresh && !m_client.isConnected() && m_client.connect()) {
        m_client.write(bytes);
        answer = m_client.readAnswer(request);
    }
    return answer;
}

ApiAnswer ApiClient::request(const RequestLine &line, const QList<std::pair<QByteArray, QByteArray>> &headers,
                             const QByteArray &body)
{
    return toApiAnswer(exchange(line, wireRequest(line, headers, body)));
}

ApiAnswer ApiClient::get(const QString &path, const Query &query)
{
    return request({"GET", target(path, query)});
}

BatchAnswer ApiClient::postBatch(const QJsonArray &events)
{
    return postRaw(QJsonDocument(events).toJson(QJsonDocument::Compact), events.size());
}

BatchAnswer ApiClient::postRaw(const QByteArray &body, qsizetype elements,
                               const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    QList<std::pair<QByteArray, QByteArray>> all{{"Content-Type", "application/json"}};
    all += headers;
    const BatchAnswer answer{request({"POST", "/events/batch"}, all, body.isNull() ? QByteArray("") : body)};
    if (answer.status() == 200 || answer.status() == 202)
        checkSums(answer, elements);
    return answer;
}

void ApiClient::checkSums(const BatchAnswer &answer, qsizetype elements)
{
    const auto count = [&answer](const char *name) { return answer.count(QLatin1String(name)); };
    const int sum =
        count("accepted") + count("deduped") + count("updated") + count("rejected") + count("queued");
    const QJsonObject body = answer.object();
    const QJsonArray results = body[QLatin1String("results")].toArray();
    if (elements >= 0 && sum != elements)
        m_contract.report(QStringLiteral("%1 elements, but the counts add up to %2").arg(elements).arg(sum));
    if (body.contains(QLatin1String("results")) && results.size() != sum)
        m_contract.report(QStringLiteral("%1 results for a sum of %2").arg(results.size()).arg(sum));
    if (body[QLatin1String("rejections")].toArray().size() != count("rejected"))
        m_contract.report(QStringLiteral("not as many rejections as were counted"));
    for (qsizetype i = 0; i < results.size(); ++i) {
        if (results[i].toObject()[QLatin1String("index")].toInt() != i)
            m_contract.report(QStringLiteral("result %1 has another index").arg(i));
    }
}

QJsonArray ApiClient::getAllItems(const QString &path, Query query)
{
    QJsonArray all;
    const qsizetype ownParameters = query.size();
    for (;;) {
        const ApiAnswer page = get(path, query);
        if (page.status() != 200) {
            m_contract.report(QStringLiteral("a page of %1 was answered %2").arg(path).arg(page.status()));
            return all;
        }
        for (const QJsonValue &item : page.items())
            all.append(item);
        const QJsonValue cursor = page.object()[QLatin1String("nextCursor")];
        if (cursor.isNull())
            return all;
        query.resize(ownParameters);
        query.append({QStringLiteral("cursor"), cursor.toString()});
    }
}

} // namespace linewatch::test

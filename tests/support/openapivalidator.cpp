// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/openapivalidator.h"

#include "support/schemachecker.h"

#include <rapidjson/pointer.h>

#include <array>
#include <string>

namespace linewatch::test {

namespace {

/** A name in components/responses for each status that the connection answers before it knows the path. */
struct TransportRefusal {
    int status;
    const char *response;
};
constexpr std::array transportRefusals{
    TransportRefusal{400, "BadRequest"},       TransportRefusal{408, "TooSlow"},
    TransportRefusal{413, "TooLarge"},         TransportRefusal{414, "TargetTooLong"},
    TransportRefusal{415, "UnsupportedMedia"}, TransportRefusal{417, "ExpectationFailed"},
    TransportRefusal{431, "HeaderTooLarge"},   TransportRefusal{501, "NotImplemented"},
    TransportRefusal{503, "Unavailable"},      TransportRefusal{505, "VersionNotSupported"},
};

const rapidjson::Value *member(const rapidjson::Value *object, const char *name)
{
    if (!object || !object->IsObject())
        return nullptr;
    const auto found = object->FindMember(name);
    return found == object->MemberEnd() ? nullptr : &found->value;
}

QString string(const rapidjson::Value &name)
{
    return QString::fromUtf8(name.GetString(), static_cast<qsizetype>(name.GetStringLength()));
}

/** Whether @p path fits a template such as /events/{eventId}, segment by segment. */
bool fits(const QByteArray &path, const QString &pathTemplate)
{
    const QList<QByteArray> segments = path.split('/');
    const QStringList pattern = pathTemplate.split(u'/');
    if (segments.size() != pattern.size())
        return false;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const bool captures = pattern[i].startsWith(u'{') && !segments[i].isEmpty();
        if (!captures && pattern[i] != QString::fromUtf8(segments[i]))
            return false;
    }
    return true;
}

} // namespace

class OpenApiValidator::Document
{
public:
    explicit Document(const QByteArray &text)
    {
        if (const QString fault = parseStrictJson(text, m_root); !fault.isEmpty())
            qFatal("the OpenAPI document: %s", qPrintable(fault));
    }

    const rapidjson::Value *resolve(const rapidjson::Value *value) const
    {
        const rapidjson::Value *reference = member(value, "$ref");
        if (!reference)
            return value;
        const rapidjson::Value *target = rapidjson::Pointer(reference->GetString()).Get(m_root);
        if (!target)
            qFatal("the OpenAPI document: %s leads nowhere", reference->GetString());
        return resolve(target);
    }

    /** A path without braces goes before one with them. */
    const rapidjson::Value *pathItem(const QByteArray &path) const
    {
        const rapidjson::Value *found = nullptr;
        for (const auto &entry : m_root["paths"].GetObject()) {
            const QString name = string(entry.name);
            if (fits(path, name) && (!found || !name.contains(u'{')))
                found = &entry.value;
        }
        return resolve(found);
    }

    const rapidjson::Value *commonResponse(const char *name) const
    {
        return resolve(member(&m_root["components"]["responses"], name));
    }

    const rapidjson::Value *transportRefusal(int status) const
    {
        for (const TransportRefusal &refusal : transportRefusals) {
            if (refusal.status == status)
                return commonResponse(refusal.response);
        }
        return nullptr;
    }

    /** The response that the document gives for that status to that request; null when it gives none. */
    const rapidjson::Value *response(const RequestLine &request, int status) const
    {
        const rapidjson::Value *item = request.method.isEmpty() ? nullptr : pathItem(request.path());
        if (!item)
            return status == 404 ? commonResponse("NotFound") : transportRefusal(status);
        const QByteArray method = request.isHead() ? QByteArrayLiteral("get") : request.method.toLower();
        const rapidjson::Value *operation = member(item, method.constData());
        if (!operation)
            return status == 405 ? commonResponse("MethodNotAllowed") : transportRefusal(status);
        return resolve(member(member(operation, "responses"), std::to_string(status).c_str()));
    }

    QStringList checkBody(const HttpAnswer &answer, const rapidjson::Value &content)
    {
        const QByteArray type = answer.mediaType();
        const rapidjson::Value *media = member(&content, type.constData());
        if (!media)
            return {QStringLiteral("media type '%1' is not in the document").arg(QString::fromLatin1(type))};
        if (!type.endsWith("json"))
            return {};
        return m_checker.check(answer.body, (*media)["schema"]);
    }

private:
    rapidjson::Document m_root;
    SchemaChecker m_checker{m_root};
};

namespace {

QStringList checkHeaders(const HttpAnswer &answer, const rapidjson::Value *headers)
{
    QStringList faults;
    if (!headers)
        return faults;
    for (const auto &entry : headers->GetObject()) {
        const rapidjson::Value *required = member(&entry.value, "required");
        if (required && required->IsTrue() && !answer.header(entry.name.GetString()))
            faults.append(QStringLiteral("the header %1 is missing").arg(string(entry.name)));
    }
    return faults;
}

/** RFC 9457, 3.1.2: the status in the body is that of the answer. */
QStringList checkProblemStatus(const HttpAnswer &answer)
{
    rapidjson::Document problem;
    if (answer.mediaType() != "application/problem+json" || !parseStrictJson(answer.body, problem).isEmpty())
        return {};
    const rapidjson::Value *status = member(&problem, "status");
    if (status && status->IsInt() && status->GetInt() == answer.status)
        return {};
    return {QStringLiteral("the problem's status is not %1").arg(answer.status)};
}

} // namespace

OpenApiValidator::OpenApiValidator(const QByteArray &document)
    : m_document(std::make_unique<Document>(document))
{
}

OpenApiValidator::~OpenApiValidator() = default;

QStringList OpenApiValidator::check(const RequestLine &request, const HttpAnswer &answer)
{
    if (answer.status == 100)
        return {};
    const rapidjson::Value *response = m_document->response(request, answer.status);
    if (!response)
        return {QStringLiteral("the document does not know this status")};
    QStringList faults = checkHeaders(answer, member(response, "headers"));
    const rapidjson::Value *content = member(response, "content");
    if (content && !request.isHead())
        faults += m_document->checkBody(answer, *content) + checkProblemStatus(answer);
    return faults;
}

} // namespace linewatch::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/contractcheck.h"

#include <QFile>
#include <QMutexLocker>

namespace linewatch::test {

namespace {
constexpr qsizetype mostViolations = 20;
constexpr qsizetype shownBytes = 400;
} // namespace

ContractCheck::ContractCheck() : ContractCheck(document()) { }

ContractCheck::ContractCheck(const QByteArray &document) : m_validator(document) { }

ContractCheck::~ContractCheck()
{
    if (!m_violations.isEmpty())
        qFatal("contract violations that no test took: %s", qPrintable(m_violations.join(u'\n')));
}

void ContractCheck::check(const RequestLine &request, const HttpAnswer &answer)
{
    const QMutexLocker lock(&m_mutex);
    for (const QString &fault : m_validator.check(request, answer)) {
        if (m_violations.size() >= mostViolations)
            return;
        m_violations.append(
            QStringLiteral("%1 %2 -> %3: %4; body: %5")
                .arg(QString::fromUtf8(request.method), QString::fromUtf8(request.target.left(shownBytes)))
                .arg(answer.status)
                .arg(fault, QString::fromUtf8(answer.body.left(shownBytes))));
    }
}

void ContractCheck::report(const QString &violation)
{
    const QMutexLocker lock(&m_mutex);
    if (m_violations.size() < mostViolations)
        m_violations.append(violation);
}

QStringList ContractCheck::take()
{
    const QMutexLocker lock(&m_mutex);
    return std::exchange(m_violations, {});
}

QByteArray ContractCheck::document()
{
    QFile file(QStringLiteral(LINEWATCH_OPENAPI_FILE));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", LINEWATCH_OPENAPI_FILE, qPrintable(file.errorString()));
    return file.readAll();
}

} // namespace linewatch::test

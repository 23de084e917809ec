// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/verifier.h"

#include <algorithm>

namespace linewatch::simulation {

namespace {

constexpr std::size_t connections = 8;
constexpr int mostTries = 10;
constexpr std::chrono::milliseconds retryDelay{500};

/** Whether asking once more may help. */
bool isPassing(const Result<HttpReply> &result)
{
    return !result || result->status == 503;
}

QString inWords(const Result<HttpReply> &result)
{
    if (!result)
        return result.failure().message;
    return QStringLiteral("expected 200, found %1 %2")
        .arg(result->status)
        .arg(QString::fromUtf8(result->body.left(300)));
}

} // namespace

Verifier::Verifier(QUrl endpoint, std::vector<Check> checks, QObject *parent)
    : QObject(parent)
    , m_endpoint(std::move(endpoint))
    , m_open(std::move(checks))
{
    std::ranges::reverse(m_open); // taken from the back, so that a walk's next page comes first
    for (std::size_t i = 0; i < connections; ++i) {
        m_askers.push_back({new HttpClient(this), false});
        m_askers.back().http->setEndpoint(m_endpoint);
    }
}

void Verifier::start()
{
    const std::size_t needed = std::clamp<std::size_t>(m_open.size(), 1, m_askers.size());
    for (std::size_t i = 0; i < needed; ++i)
        askNext(i);
}

void Verifier::askNext(std::size_t asker)
{
    if (m_open.empty()) {
        m_askers[asker].busy = false;
        if (std::ranges::none_of(m_askers, &Asker::busy))
            emit finished(m_differences, m_questions);
        return;
    }
    const Check check = std::move(m_open.back());
    m_open.pop_back();
    ++m_questions;
    ask(asker, check, 1);
}

void Verifier::ask(std::size_t asker, const Check &check, int tries)
{
    m_askers[asker].busy = true;
    m_askers[asker].http->get(check.target, [this, asker, check, tries](const Result<HttpReply> &result) {
        takeAnswer(asker, check, tries, result);
    });
}

void Verifier::takeAnswer(std::size_t asker, const Check &check, int tries, const Result<HttpReply> &result)
{
    if (isPassing(result) && tries < mostTries) {
        QTimer::singleShot(retryDelay, this, [this, asker, check, tries] { ask(asker, check, tries + 1); });
        return;
    }
    if (!result || result->status != 200) {
        m_differences.append(QString::fromLatin1(check.target) + QStringLiteral(": ") + inWords(result));
    } else {
        Judgement judgement = check.judge(result->body);
        m_differences += judgement.differences;
        std::ranges::move(judgement.next, std::back_inserter(m_open));
    }
    // Others may have found nothing left to ask before this answer brought up more.
    for (std::size_t i = 0; i < m_askers.size(); ++i) {
        if (i != asker && !m_askers[i].busy && !m_open.empty())
            askNext(i);
    }
    askNext(asker);
}

} // namespace linewatch::simulation

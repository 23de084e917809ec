// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/check.h"
#include "simulation/httpclient.h"

namespace linewatch::simulation {

/** Asks questions over a few connections at once and collects what is not as it must be. Lives in one thread.
 */
class Verifier : public QObject
{
    Q_OBJECT

public:
    Verifier(QUrl endpoint, std::vector<Check> checks, QObject *parent = nullptr);

    /** Without a single question finished() comes at once, within the call. */
    void start();

signals:
    /** @p questions is how many were asked. */
    void finished(const QStringList &differences, qint64 questions);

private:
    struct Asker {
        HttpClient *http = nullptr;
        bool busy = false;
    };

    void askNext(std::size_t asker);
    void ask(std::size_t asker, const Check &check, int tries);
    void takeAnswer(std::size_t asker, const Check &check, int tries, const Result<HttpReply> &result);

    QUrl m_endpoint;
    std::vector<Check> m_open;
    std::vector<Asker> m_askers;
    QStringList m_differences;
    qint64 m_questions = 0;
};

} // namespace linewatch::simulation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/fleet.h"
#include "simulation/runreport.h"
#include "simulation/verifier.h"

namespace linewatch::simulation {

/** A whole run of linewatch-sim: look for a server, post, verify, report. Needs an event loop in its thread.
 */
class Simulator : public QObject
{
    Q_OBJECT

public:
    /** The exit codes of the contract. */
    enum ExitCode { AllWell = 0, Differences = 1, Failed = 2 };

    explicit Simulator(Options options, QObject *parent = nullptr);

    /** To be called once. */
    void start();

signals:
    void progressed(const QString &line);
    void reported(const QString &text);
    /** Why the run came to nothing, in one line; finished(Failed) follows. */
    void failed(const QString &why);
    void finished(int exitCode);

private:
    void lookForServer(std::size_t endpoint);
    void checkSeedIsNew();
    void post();
    void showProgress();
    void takeResults();
    void awaitSpool(std::size_t endpoint);
    void verify();
    void report();
    void fail(const QString &why);

    Options m_options;
    HttpClient m_http;
    QTimer m_progressTimer;
    QElapsedTimer m_sinceStart;
    QDeadlineTimer m_spoolPatience;
    Instant m_runStart;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<Verifier> m_verifier;
    std::vector<ExpectedRows> m_rows;
    RunSummary m_summary;
};

} // namespace linewatch::simulation

// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/simulator.h"

#include "simulation/comparison.h"
#include "simulation/eventchecks.h"
#include "simulation/figurechecks.h"
#include "simulation/listchecks.h"
#include "simulation/querytext.h"
#include "simulation/runplan.h"

#include <algorithm>
#include <iterator>

namespace linewatch::simulation {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds progressInterval = 3s;
constexpr std::chrono::milliseconds spoolInterval = 500ms;
constexpr std::chrono::seconds spoolPatience = 120s;
constexpr std::uint64_t verifierStream = UINT64_MAX; ///< of chance; no connection has that number

std::vector<Check> allChecks(const std::shared_ptr<const Ledger> &ledger, const Options &options,
                             SentRejections rejections, Instant runStart)
{
    const std::string prefix = runPrefix(options.seed);
    std::vector<Check> checks = listChecks(ledger, prefix, std::move(rejections), runStart);
    std::ranges::move(eventChecks(ledger, prefix, Random(options.seed, verifierStream)),
                      std::back_inserter(checks));
    std::ranges::move(figureChecks(ledger, prefix, Random(options.seed, verifierStream - 1)),
                      std::back_inserter(checks));
    return checks;
}

} // namespace

Simulator::Simulator(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_http(this)
    , m_progressTimer(this)
{
    connect(&m_progressTimer, &QTimer::timeout, this, &Simulator::showProgress);
}

void Simulator::start()
{
    lookForServer(0);
}

void Simulator::lookForServer(std::size_t endpoint)
{
    m_http.setEndpoint(m_options.endpoints[endpoint]);
    m_http.get("/healthz", [this, endpoint](const Result<HttpReply> &result) {
        if (result && result->status == 200)
            m_options.verify ? checkSeedIsNew() : post();
        else if (endpoint + 1 < m_options.endpoints.size())
            lookForServer(endpoint + 1);
        else if (result)
            fail(QStringLiteral("%1 answers %2 to /healthz: this is no Linewatch server")
                     .arg(m_http.endpoint().toString())
                     .arg(result->status));
        else
            fail(QStringLiteral("no server: ") + result.failure().message);
    });
}

/** What a seed posts it posts again, so outcomes and figures are known only for a store that has not seen it.
 */
void Simulator::checkSeedIsNew()
{
    const MachineId first = makeTestPlant(1, 1, runPrefix(m_options.seed)).machines.front().id;
    m_http.get("/events?limit=1&machineId=" + encoded(first), [this](const Result<HttpReply> &result) {
        if (!result) {
            fail(result.failure().message);
            return;
        }
        const rapidjson::Document answer = readJson(result->body);
        const rapidjson::Value *items = arrayOf(answer, "items");
        if (result->status != 200 || !items)
            fail(QStringLiteral("GET /events answers %1 %2")
                     .arg(result->status)
                     .arg(QString::fromUtf8(result->body)));
        else if (!items->Empty())
            fail(QStringLiteral("the store has seen seed %1 already: verify with another --seed")
                     .arg(m_options.seed));
        else
            post();
    });
}

void Simulator::post()
{
    const Instant now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    m_runStart = now;
    m_fleet = std::make_unique<Fleet>(planRun(m_options, now));
    connect(m_fleet.get(), &Fleet::finished, this, &Simulator::takeResults);
    m_progressTimer.start(progressInterval);
    m_sinceStart.start();
    m_fleet->start();
}

void Simulator::showProgress()
{
    const Progress &progress = m_fleet->progress();
    const double seconds = static_cast<double>(m_sinceStart.elapsed()) / 1'000.0;
    QString line = QStringLiteral("%1 s: %2 events, %3/s")
                       .arg(seconds, 0, 'f', 0)
                       .arg(progress.events)
                       .arg(static_cast<double>(progress.events) / seconds, 0, 'f', 0);
    if (progress.resends > 0)
        line += QStringLiteral(", %1 batches sent again").arg(progress.resends);
    emit progressed(line);
}

void Simulator::takeResults()
{
    m_summary.elapsed = std::chrono::milliseconds{m_sinceStart.elapsed()};
    m_progressTimer.stop();
    for (PostingResult &result : m_fleet->takeResults()) {
        addTo(m_summary.total, result);
        m_rows.push_back(std::move(result.rows));
    }
    if (!m_summary.total.failure.isEmpty()) {
        fail(m_summary.total.failure);
    } else if (!m_options.verify) {
        report();
    } else if (m_summary.total.queued > 0) {
        emit progressed(QStringLiteral("waiting for the spool to empty"));
        m_spoolPatience.setRemainingTime(spoolPatience);
        awaitSpool(0);
    } else {
        verify();
    }
}

/** What waits in the spool of a node is not in the figures yet. */
void Simulator::awaitSpool(std::size_t endpoint)
{
    m_http.setEndpoint(m_options.endpoints[endpoint]);
    m_http.get("/readyz", [this, endpoint](const Result<HttpReply> &result) {
        const bool isReady =
            result && result->status == 200 && textOf(readJson(result->body), "status") == "ready";
        if (isReady && endpoint + 1 == m_options.endpoints.size())
            verify();
        else if (isReady)
            awaitSpool(endpoint + 1);
        else if (m_spoolPatience.hasExpired())
            fail(QStringLiteral("the spool did not empty in %1 s").arg(spoolPatience.count()));
        else
            QTimer::singleShot(spoolInterval, this, [this, endpoint] { awaitSpool(endpoint); });
    });
}

void Simulator::verify()
{
    const auto ledger = std::make_shared<const Ledger>(std::exchange(m_rows, {}));
    emit progressed(QStringLiteral("reading back %1 events").arg(ledger->entries().size()));
    m_verifier = std::make_unique<Verifier>(
        m_http.endpoint(), allChecks(ledger, m_options, std::move(m_summary.total.rejections), m_runStart));
    connect(m_verifier.get(), &Verifier::finished, this,
            [this](const QStringList &differences, qint64 questions) {
                m_summary.total.differences += differences;
                m_summary.questions = questions;
                report();
            });
    m_verifier->start();
}

void Simulator::report()
{
    emit reported(reportText(m_options, m_summary));
    emit finished(m_summary.total.differences.isEmpty() ? AllWell : Differences);
}

void Simulator::fail(const QString &why)
{
    emit failed(why);
    emit finished(Failed);
}

} // namespace linewatch::simulation

// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/exportjob.h"

#include "report/report.h"
#include "storage/readonlystore.h"

namespace linewatch {

ExportJob::ExportJob(ExportOrder order) : m_order(std::move(order))
{
    connect(this, &ExportJob::changed, this, &ExportJob::handOver, Qt::QueuedConnection);
    m_thread = std::thread(&ExportJob::run, this);
}

ExportJob::~ExportJob()
{
    cancel();
    m_thread.join();
}

void ExportJob::cancel()
{
    m_cancelled = true;
}

void ExportJob::run()
{
    ExportOutcome outcome = write();
    const std::scoped_lock lock(m_mutex);
    m_outcome = std::move(outcome);
    emit changed(QPrivateSignal());
}

ExportOutcome ExportJob::write()
{
    const auto failed = [](const Failure &failure) {
        return ExportOutcome{ExportOutcome::End::Failed, 0, failure.shown};
    };
    const Result<std::unique_ptr<ReadOnlyStore>> store = ReadOnlyStore::open(m_order.database);
    if (!store)
        return failed(store.failure());
    const Result<std::unique_ptr<ExportSink>> sink = m_order.openSink();
    if (!sink)
        return failed(sink.failure());
    const ReportResult rows =
        writeReport((*store)->reader(), m_order.request, CsvFormat::ofThisProcess(m_order.request.preset),
                    m_order.healthThreshold, **sink,
                    [this](const ReportProgress &progress) { return noteProgress(progress); });
    if (!rows)
        return failed(rows.failure());
    if (!*rows)
        return {ExportOutcome::End::Cancelled, 0, {}};
    return {ExportOutcome::End::Written, **rows, {}};
}

/** In the export's thread. */
bool ExportJob::noteProgress(const ReportProgress &progress)
{
    const std::scoped_lock lock(m_mutex);
    m_progress = progress;
    if (!m_told)
        emit changed(QPrivateSignal());
    m_told = true;
    return !m_cancelled;
}

void ExportJob::handOver()
{
    std::unique_lock lock(m_mutex);
    m_told = false;
    const ReportProgress progress = m_progress;
    const std::optional<ExportOutcome> outcome = m_outcome;
    lock.unlock();
    if (m_finished)
        return;
    emit progressed(progress.rows, progress.total);
    if (!outcome)
        return;
    m_finished = true;
    emit finished(*outcome);
}

} // namespace linewatch

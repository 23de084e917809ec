// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/metrics.h"

namespace linewatch::api {

namespace {

/** Metrics in the order they are written; a name and its help come before the samples. */
class MetricsText
{
public:
    void family(const char *name, const char *type, const char *help)
    {
        m_name = name;
        m_text += QByteArrayLiteral("# HELP ") + name + ' ' + help + '\n';
        m_text += QByteArrayLiteral("# TYPE ") + name + ' ' + type + '\n';
    }

    void sample(const QByteArray &value, const QByteArray &labels = {}, const char *suffix = "")
    {
        m_text += m_name + suffix;
        if (!labels.isEmpty())
            m_text += '{' + labels + '}';
        m_text += ' ' + value + '\n';
    }

    void histogram(const char *name, const char *help, const Histogram::Reading &reading)
    {
        family(name, "histogram", help);
        for (std::size_t i = 0; i < Histogram::Bounds.size(); ++i) {
            const QByteArray bound = QByteArray::number(Histogram::Bounds[i]);
            sample(QByteArray::number(qulonglong{reading.cumulative[i]}), "le=\"" + bound + '"', "_bucket");
        }
        const QByteArray count = QByteArray::number(qulonglong{reading.cumulative.back()});
        sample(count, QByteArrayLiteral("le=\"+Inf\""), "_bucket");
        sample(QByteArray::number(reading.sumSeconds, 'f', 6), {}, "_sum");
        sample(count, {}, "_count");
    }

    QByteArray take() { return std::move(m_text); }

private:
    QByteArray m_name;
    QByteArray m_text;
};

QByteArray label(const char *name, std::string_view value)
{
    return name + QByteArrayLiteral("=\"") + QByteArray(value.data(), static_cast<qsizetype>(value.size()))
        + '"';
}

void writeOutcomes(MetricsText &text, const IngestStatistics &statistics)
{
    const OutcomeCounts counts = statistics.outcomes();
    text.family("linewatch_events_total", "counter", "Events of committed batches by outcome.");
    text.sample(QByteArray::number(qlonglong{counts.accepted}), label("outcome", "accepted"));
    text.sample(QByteArray::number(qlonglong{counts.deduped}), label("outcome", "deduped"));
    text.sample(QByteArray::number(qlonglong{counts.updated}), label("outcome", "updated"));
    text.sample(QByteArray::number(qlonglong{counts.rejected}), label("outcome", "rejected"));

    text.family("linewatch_rejections_total", "counter", "Rejected events by reason.");
    for (std::size_t i = 1; i < RejectReasonCount; ++i) {
        const auto reason = static_cast<RejectReason>(i);
        text.sample(QByteArray::number(qulonglong{statistics.rejections(reason)}),
                    label("reason", wireName(reason)));
    }
}

void writeIngestion(MetricsText &text, const Services &services)
{
    const IngestStatistics &statistics = services.statistics;
    text.histogram("linewatch_batch_duration_seconds", "From a batch's arrival to its answer.",
                   statistics.batchLatency());
    text.histogram("linewatch_commit_duration_seconds", "Transactions from BEGIN to the end of COMMIT.",
                   statistics.commitTime());
    text.family("linewatch_queue_batches", "gauge", "Batches that wait for the writer.");
    text.sample(QByteArray::number(qulonglong{services.queue.depth()}));
    text.family("linewatch_batches_turned_away_total", "counter", "Batches that met a full queue.");
    text.sample(QByteArray::number(qulonglong{statistics.turnedAway()}));
    text.family("linewatch_failed_transactions_total", "counter", "Transactions that were not committed.");
    text.sample(QByteArray::number(qulonglong{statistics.failedGroups()}));
    text.family("linewatch_transaction_retries_total", "counter",
                "Transactions that were tried again, by reason.");
    for (std::size_t i = 0; i < RetryCount; ++i) {
        const auto reason = static_cast<Retry>(i);
        text.sample(QByteArray::number(qulonglong{statistics.retries(reason)}),
                    label("reason", nameOf(reason)));
    }
    text.family("linewatch_write_conflicts_total", "counter",
                "Events that another writer had changed between reading and writing them.");
    text.sample(QByteArray::number(qulonglong{statistics.conflicts()}));
}

void writeSpool(MetricsText &text, const Services &services)
{
    const Backlog backlog = services.backlog();
    text.family("linewatch_spooled_events_total", "counter",
                "Events answered QUEUED; they count by their outcome once they are in the database.");
    text.sample(QByteArray::number(qlonglong{services.statistics.outcomes().queued}));
    text.family("linewatch_spool_batches", "gauge", "Batches that wait on disk for the database.");
    text.sample(QByteArray::number(qlonglong{backlog.batches}));
    text.family("linewatch_spool_events", "gauge", "Events of these batches.");
    text.sample(QByteArray::number(qlonglong{backlog.events}));
    text.family("linewatch_spool_bytes", "gauge", "What the spool's file holds.");
    text.sample(QByteArray::number(qlonglong{backlog.bytes}));
    text.family("linewatch_spool_oldest_seconds", "gauge",
                "How long the oldest of these batches has waited.");
    const Instant now = services.clock.now();
    const std::chrono::duration<double> age = now - backlog.oldestArrival.value_or(now);
    text.sample(QByteArray::number(age.count(), 'f', 3));
}

/** What is not known is left out: a zero would raise an alarm. */
void writeSpace(MetricsText &text, const std::optional<StoreSpace> &space)
{
    if (!space)
        return;
    text.family("linewatch_store_bytes", "gauge", "What the store's tables and indexes take.");
    text.sample(QByteArray::number(qlonglong{space->used}));
    if (space->growthPerDay) {
        text.family("linewatch_store_growth_bytes_per_day", "gauge",
                    "How fast that grew, over a day or since the start.");
        text.sample(QByteArray::number(qlonglong{*space->growthPerDay}));
    }
    if (space->free) {
        text.family("linewatch_disk_free_bytes", "gauge", "Free on the disk that batches are written to.");
        text.sample(QByteArray::number(qlonglong{*space->free}));
    }
}

void writeRetention(MetricsText &text, const IngestStatistics &statistics)
{
    text.family("linewatch_retention_removed_events_total", "counter",
                "Raw events that were removed because of their age.");
    text.sample(QByteArray::number(qlonglong{statistics.removed()}));
    text.family("linewatch_retention_horizon_seconds", "gauge",
                "Raw events before this time may have been removed, in seconds since 1970; 0: none.");
    const Instant horizon = statistics.horizon();
    const auto since = std::chrono::floor<std::chrono::seconds>(horizon.time_since_epoch());
    text.sample(QByteArray::number(horizon == NothingRemoved ? qlonglong{0} : qlonglong{since.count()}));
}

void writeHttp(MetricsText &text, const http::StatisticsSnapshot &http)
{
    text.family("linewatch_http_connections", "gauge", "Open connections.");
    text.sample(QByteArray::number(http.openConnections));
    text.family("linewatch_http_connections_total", "counter", "Connections taken in.");
    text.sample(QByteArray::number(http.connections));
    text.family("linewatch_http_accept_errors_total", "counter",
                "Connections that could not be accepted, such as for want of file descriptors.");
    text.sample(QByteArray::number(http.acceptErrors));
    text.family("linewatch_http_requests_total", "counter", "Requests read whole.");
    text.sample(QByteArray::number(http.requests));
    text.family("linewatch_http_refusals_total", "counter",
                "Requests refused before they were read whole, by status.");
    for (const auto &[status, count] : http.refusals)
        text.sample(QByteArray::number(count), label("status", std::to_string(status)));
}

} // namespace

QByteArray metricsText(const Services &services)
{
    MetricsText text;
    writeOutcomes(text, services.statistics);
    writeIngestion(text, services);
    writeSpool(text, services);
    writeSpace(text, services.space());
    writeRetention(text, services.statistics);
    writeHttp(text, services.httpStatistics());
    return text.take();
}

} // namespace linewatch::api

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/eventsreport.h"

#include "analytics/coverage.h"

namespace linewatch {

namespace {

constexpr int eventsPerPage = 2000;

Result<void> writeEventsHeader(CsvWriter &csv)
{
    return csv.header({"eventId", "machineId", csv.timeColumn("eventTime"), "duration (ms)",
                       "defectCount (-1: unknown)", "lineId", "factoryId", csv.timeColumn("receivedTime"),
                       "version", "line"});
}

Result<void> writeEventRow(CsvWriter &csv, const EventItem &item)
{
    const EventPayload &payload = item.event.payload;
    csv.text(item.event.eventId.utf8());
    csv.text(payload.machineId.utf8());
    csv.time(payload.eventTime);
    csv.number(std::int64_t{payload.duration.count()});
    csv.number(std::int64_t{payload.defectCount});
    csv.text(payload.lineId.utf8());
    csv.text(payload.factoryId.utf8());
    csv.time(item.event.receivedTime);
    csv.number(std::int64_t{item.event.version});
    csv.text(item.line.utf8());
    return csv.endRow();
}

/** How many events there will be, from the sums; those before the horizon that are not removed yet come
 * beyond. */
Result<std::int64_t> countEvents(EventReader &reader, const ReportRequest &request)
{
    const Result<Coverage> coverage = coverageOf(reader, request.window);
    if (!coverage)
        return coverage.failure();
    const std::optional<TimeWindow> kept = coverage->events();
    if (!kept)
        return 0;
    const Result<std::vector<SourceTotals>> parts = reader.totals({request.machineId, {}}, planWindow(*kept));
    if (!parts)
        return parts.failure();
    std::int64_t events = 0;
    for (const SourceTotals &part : *parts) {
        if (request.line.isEmpty() || part.source.line == request.line)
            events += part.totals.events;
    }
    return events;
}

/** The events of a report in pages that all show the state of the store at the first one. */
class EventPages
{
public:
    EventPages(EventReader &reader, const ReportRequest &request)
        : m_reader(reader)
        , m_request(request)
        , m_filter{request.machineId, request.line, request.window.start, request.window.end}
    {
    }

    /**
     * Each page is read in a snapshot of its own, because the cursor names the state of the store: under one
     * that stayed open until the last page the write-ahead log would grow with everything that is committed
     * meanwhile.
     */
    Result<std::vector<EventItem>> next()
    {
        const ReadSnapshot snapshot(m_reader);
        if (!snapshot.begun())
            return snapshot.begun().failure();
        if (!m_cursor) {
            const Result<std::int64_t> total = countEvents(m_reader, m_request);
            if (!total)
                return total.failure();
            m_total = *total;
        }
        Result<EventPage> page = m_reader.events(m_filter, eventsPerPage, m_cursor);
        if (!page)
            return page.failure();
        m_cursor = std::move(page->next);
        return std::move(page->items);
    }

    bool hasMore() const { return m_cursor.has_value(); }
    /** Known from the first page on. */
    std::int64_t total() const { return m_total; }

private:
    EventReader &m_reader;
    const ReportRequest &m_request;
    const EventFilter m_filter;
    std::optional<EventCursor> m_cursor;
    std::int64_t m_total = 0;
};

} // namespace

ReportResult writeEvents(EventReader &reader, const ReportRequest &request, CsvWriter &csv,
                         const ReportWatcher &watcher)
{
    if (Result<void> written = writeEventsHeader(csv); !written)
        return written.failure();
    EventPages pages(reader, request);
    ReportProgress progress{0, 0};
    do {
        const Result<std::vector<EventItem>> items = pages.next();
        if (!items)
            return items.failure();
        progress.total = pages.total();
        if (!watcher(progress))
            return std::optional<std::int64_t>();
        for (const EventItem &item : *items) {
            if (Result<void> written = writeEventRow(csv, item); !written)
                return written.failure();
        }
        progress.rows += static_cast<std::int64_t>(items->size());
    } while (pages.hasMore());
    if (!watcher(progress))
        return std::optional<std::int64_t>();
    return std::optional(progress.rows);
}

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/eventsreport.h"

namespace linewatch {

namespace {

constexpr int eventsPerPage = 2000;

Result<void> writeHeader(CsvWriter &csv)
{
    return csv.header({"eventId", "machineId", csv.timeColumn("eventTime"), "duration (ms)",
                       "defectCount (-1: unknown)", "lineId", "factoryId", csv.timeColumn("receivedTime"),
                       "version", "line"});
}

Result<void> writeRow(CsvWriter &csv, const EventItem &item)
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

/** How many events there will be, from the sums. */
Result<std::int64_t> countEvents(EventReader &reader, const ReportRequest &request)
{
    const Result<std::vector<SourceTotals>> parts =
        reader.totals({request.machineId, {}}, planWindow(request.window));
    if (!parts)
        return parts.failure();
    std::int64_t events = 0;
    for (const SourceTotals &part : *parts) {
        if (request.line.isEmpty() || part.source.line == request.line)
            events += part.totals.events;
    }
    return events;
}

} // namespace

ReportResult writeEvents(EventReader &reader, const ReportRequest &request, CsvWriter &csv,
                         const ReportWatcher &watcher)
{
    const Result<std::int64_t> total = countEvents(reader, request);
    if (!total)
        return total.failure();
    if (Result<void> written = writeHeader(csv); !written)
        return written.failure();

    const EventFilter filter{request.machineId, request.line, request.window.start, request.window.end};
    ReportProgress progress{0, *total};
    std::optional<EventCursor> cursor;
    do {
        if (!watcher(progress))
            return std::optional<std::int64_t>();
        Result<EventPage> page = reader.events(filter, eventsPerPage, cursor);
        if (!page)
            return page.failure();
        for (const EventItem &item : page->items) {
            if (Result<void> written = writeRow(csv, item); !written)
                return written.failure();
        }
        progress.rows += static_cast<std::int64_t>(page->items.size());
        cursor = std::move(page->next);
    } while (cursor);
    if (!watcher(progress))
        return std::optional<std::int64_t>();
    return std::optional(progress.rows);
}

} // namespace linewatch

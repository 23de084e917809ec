// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/healthreport.h"

#include "analytics/coverage.h"
#include "analytics/directory.h"
#include "analytics/machinehealth.h"
#include "report/rows.h"

namespace linewatch {

namespace {

Result<void> writeHealthHeader(CsvWriter &csv)
{
    return csv.header({"machineId", "line", "factoryId", csv.timeColumn("start"), csv.timeColumn("end"),
                       "eventsCount", "defectsCount", "avgDefectRate (defects/h)", "status",
                       "unknownDefectEvents", "runTime (ms)", "availability (0 to 1)",
                       csv.timeColumn("lastEventTime")});
}

Result<void> writeHealthRow(CsvWriter &csv, const MachineEntry &machine, TimeWindow window,
                            const MachineHealth &health)
{
    csv.text(machine.machineId.utf8());
    csv.text(machine.line.utf8());
    csv.text(machine.factoryId.utf8());
    csv.time(window.start);
    csv.time(window.end);
    csv.number(health.totals.events);
    csv.number(health.totals.defects);
    csv.number(health.defectRate);
    csv.text(wireName(health.health));
    csv.number(health.totals.unknownEvents);
    csv.number(health.totals.runTimeMs);
    csv.number(health.availability);
    if (health.lastEventTime)
        csv.time(*health.lastEventTime);
    else
        csv.empty();
    return csv.endRow();
}

Result<std::vector<MachineEntry>> chosenMachines(EventReader &reader, const ReportRequest &request)
{
    Result<std::vector<MachineEntry>> machines = machinesWithEvents(reader);
    if (machines) {
        std::erase_if(*machines, [&request](const MachineEntry &machine) {
            return (!request.machineId.isEmpty() && machine.machineId != request.machineId)
                || (!request.line.isEmpty() && machine.line != request.line);
        });
    }
    return machines;
}

} // namespace

ReportResult writeHealth(EventReader &reader, const ReportRequest &request, double threshold, CsvWriter &csv,
                         const ReportWatcher &watcher)
{
    const Result<std::vector<MachineEntry>> machines = chosenMachines(reader, request);
    if (!machines)
        return machines.failure();
    const Result<Coverage> coverage = coverageOf(reader, request.window);
    if (!coverage)
        return coverage.failure();
    const TimeWindow window = coverage->window;
    const Result<std::map<MachineId, MachineHealth>> healths =
        machineHealths(reader, request.machineId, window, threshold);
    if (!healths)
        return healths.failure();
    if (Result<void> written = writeHealthHeader(csv); !written)
        return written.failure();

    return writeRows(*machines, watcher, [&](const MachineEntry &machine) {
        const auto found = healths->find(machine.machineId);
        const MachineHealth health =
            found == healths->end() ? healthWithoutEvents(window, threshold) : found->second;
        return writeHealthRow(csv, machine, window, health);
    });
}

} // namespace linewatch

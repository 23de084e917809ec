// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/registrycheck.h"

#include "storage/registryrows.h"

namespace linewatch {

namespace {

template <class Id, class Kept>
void checkEntries(const std::map<Id, Kept> &entries, const QString &kind, std::int64_t revision,
                  CheckedPart &part)
{
    for (const auto &[id, kept] : entries) {
        part.countChecked();
        const QString name = kind + QLatin1Char(' ') + id.toString();
        for (const Sentence &fault : faultsOf(kept.entry))
            part.addFault([&] { return name + QStringLiteral(": ") + fault.english(); });
        if (kept.changedIn > revision) {
            part.addFault([&] { return name + QStringLiteral(" was changed later than the registry was"); });
        }
    }
}

} // namespace

Result<CheckedPart> checkRegistry(SqlConnection &connection)
{
    CheckedPart part(QStringLiteral("entries of the registry"));
    const Result<std::int64_t> revision = registryrows::revision(connection);
    if (!revision)
        return revision.failure();
    const Result<registryrows::Machines> machines = registryrows::machines(connection);
    if (!machines)
        return machines.failure();
    const Result<registryrows::Lines> lines = registryrows::lines(connection);
    if (!lines)
        return lines.failure();
    checkEntries(*machines, QStringLiteral("machine"), *revision, part);
    checkEntries(*lines, QStringLiteral("line"), *revision, part);
    const auto assigned = registryrows::assignments(connection);
    if (!assigned)
        return assigned.failure();
    for (const auto &[machineId, own] : *assigned) {
        if (!machines->contains(machineId)) {
            part.addFault([&id = machineId] {
                return QStringLiteral("machine %1 has a line and no entry").arg(id.toString());
            });
        }
    }
    return part;
}

} // namespace linewatch

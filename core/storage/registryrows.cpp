// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/registryrows.h"

#include "storage/multirow.h"
#include "storage/sqlvalues.h"

#include <array>
#include <limits>

namespace linewatch::registryrows {

namespace {

constexpr qlonglong always = std::numeric_limits<qlonglong>::min();

QString ofMachine(const MachineId &only)
{
    return only.isEmpty() ? QString() : QStringLiteral(" WHERE machine_id = ?");
}

QVariantList valueOf(const MachineId &only)
{
    return only.isEmpty() ? QVariantList() : QVariantList{only.toString()};
}

template <class Value>
std::optional<Value> optionalOf(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(Value{value.toLongLong()});
}

template <class Value, class Number>
QVariant variantOf(const std::optional<Value> &value, Number number)
{
    return value ? QVariant(qlonglong{number(*value)}) : QVariant(QMetaType(QMetaType::LongLong));
}

RegisteredMachine readMachine(const QSqlQuery &row)
{
    using std::chrono::milliseconds;
    RegisteredMachine machine;
    machine.machineId = MachineId(row.value(0).toString());
    machine.name = row.value(1).toString().toStdString();
    machine.factoryId = FactoryId(row.value(2).toString());
    machine.idealCycle = optionalOf<milliseconds>(row.value(3));
    machine.unitsPerCycle = optionalOf<std::int64_t>(row.value(4));
    machine.silenceLimit = optionalOf<milliseconds>(row.value(5));
    if (!row.value(6).isNull())
        machine.threshold = Decimal{row.value(6).toLongLong(), 2};
    machine.notes = row.value(7).toString().toStdString();
    if (!row.value(8).isNull())
        machine.retiredSince = sql::toInstant(row.value(8));
    machine.confirmed = row.value(9).toInt() != 0;
    return machine;
}

LineAssignment readAssignment(const QSqlQuery &row)
{
    const bool isAlways = row.value(1).toLongLong() == always;
    return {isAlways ? std::nullopt : std::optional(sql::toInstant(row.value(1))),
            LineId(row.value(2).toString())};
}

std::array<QVariant, 11> rowOf(const Kept<RegisteredMachine> &kept)
{
    const RegisteredMachine &machine = kept.entry;
    const auto count = [](std::chrono::milliseconds length) { return qlonglong{length.count()}; };
    return {sql::fromText(machine.machineId.utf8()),
            sql::fromText(machine.name),
            sql::fromText(machine.factoryId.utf8()),
            variantOf(machine.idealCycle, count),
            variantOf(machine.unitsPerCycle, [](std::int64_t units) { return qlonglong{units}; }),
            variantOf(machine.silenceLimit, count),
            variantOf(machine.threshold, [](const Decimal &rate) { return qlonglong{rate.scaled}; }),
            sql::fromText(machine.notes),
            variantOf(machine.retiredSince, sql::fromInstant),
            machine.confirmed ? 1 : 0,
            qlonglong{kept.changedIn}};
}

/** Adds the machines that events named and nobody entered. */
Result<void> addNewMachines(SqlConnection &connection, Registry &registry)
{
    return connection.readEach(
        QStringLiteral("SELECT machine_id FROM machine"), {}, [&registry](const QSqlQuery &row) {
            const MachineId machineId(row.value(0).toString());
            registry.machines.try_emplace(machineId).first->second.machineId = machineId;
        });
}

void addNewLine(const LineId &lineId, Registry &registry)
{
    if (!lineId.isEmpty())
        registry.lines.try_emplace(lineId).first->second.lineId = lineId;
}

/** Adds the lines that events stated or machines are assigned to. */
Result<void> addNewLines(SqlConnection &connection, Registry &registry)
{
    for (const auto &[machineId, machine] : registry.machines) {
        for (const LineAssignment &assignment : machine.assignments)
            addNewLine(assignment.line, registry);
    }
    return connection.readEach(
        QStringLiteral("SELECT DISTINCT line_id FROM source"), {},
        [&registry](const QSqlQuery &row) { addNewLine(LineId(row.value(0).toString()), registry); });
}

template <class Id>
Result<void> removeEach(SqlConnection &connection, const QString &sql, const std::vector<Id> &ids)
{
    for (const Id &id : ids) {
        if (const Result<SqlRows> done = connection.ask(sql, {sql::fromText(id.utf8())}); !done)
            return done.failure();
    }
    return {};
}

Result<void> addAssignments(SqlConnection &connection, const std::vector<Kept<RegisteredMachine>> &machines)
{
    Result<MultiRowWriter> insert = MultiRowWriter::prepare(
        connection,
        {QStringLiteral("INSERT INTO line_assignment (machine_id, counts_from, line_id) VALUES"), 3,
         QString()});
    if (!insert)
        return insert.failure();
    for (const Kept<RegisteredMachine> &kept : machines) {
        for (const LineAssignment &assignment : kept.entry.assignments) {
            std::array<QVariant, 3> row{sql::fromText(kept.entry.machineId.utf8()),
                                        assignment.from ? sql::fromInstant(*assignment.from) : always,
                                        sql::fromText(assignment.line.utf8())};
            if (Result<void> done = insert->add(row); !done)
                return done;
        }
    }
    return insert->flush();
}

} // namespace

Result<std::int64_t> revision(SqlConnection &connection)
{
    const Result<QVariant> value =
        connection.readValue(QStringLiteral("SELECT revision FROM registry_state WHERE id = 1"));
    if (!value)
        return value.failure();
    return std::int64_t{value->toLongLong()};
}

Result<std::map<MachineId, LineAssignments>> assignments(SqlConnection &connection, const MachineId &only)
{
    std::map<MachineId, LineAssignments> found;
    const Result<void> read =
        connection.readEach(QStringLiteral("SELECT machine_id, counts_from, line_id FROM line_assignment")
                                + ofMachine(only) + QStringLiteral(" ORDER BY machine_id, counts_from"),
                            valueOf(only), [&found](const QSqlQuery &row) {
                                found[MachineId(row.value(0).toString())].push_back(readAssignment(row));
                            });
    if (!read)
        return read.failure();
    return found;
}

Result<Machines> machines(SqlConnection &connection, const MachineId &only)
{
    Result<std::map<MachineId, LineAssignments>> lines = assignments(connection, only);
    if (!lines)
        return lines.failure();
    Machines found;
    const Result<void> read = connection.readEach(
        QStringLiteral("SELECT machine_id, name, factory_id, ideal_cycle_ms, units_per_cycle,"
                       " silence_limit_ms, threshold, notes, retired_since, confirmed, changed_in"
                       " FROM registry_machine")
            + ofMachine(only),
        valueOf(only), [&](const QSqlQuery &row) {
            RegisteredMachine machine = readMachine(row);
            if (const auto own = lines->find(machine.machineId); own != lines->end())
                machine.assignments = std::move(own->second);
            const MachineId machineId = machine.machineId;
            found.emplace(machineId, Kept<RegisteredMachine>{std::move(machine), row.value(10).toLongLong()});
        });
    if (!read)
        return read.failure();
    return found;
}

Result<Lines> lines(SqlConnection &connection)
{
    Lines found;
    const Result<void> read = connection.readEach(
        QStringLiteral("SELECT line_id, name, factory_id, notes, confirmed, changed_in FROM registry_line"),
        {}, [&found](const QSqlQuery &row) {
            const LineId lineId(row.value(0).toString());
            const RegisteredLine line{lineId, row.value(1).toString().toStdString(),
                                      FactoryId(row.value(2).toString()),
                                      row.value(3).toString().toStdString(), row.value(4).toInt() != 0};
            found.emplace(lineId, Kept<RegisteredLine>{line, row.value(5).toLongLong()});
        });
    if (!read)
        return read.failure();
    return found;
}

Result<Registry> registry(SqlConnection &connection)
{
    Registry all;
    const Result<std::int64_t> number = revision(connection);
    if (!number)
        return number.failure();
    all.revision = *number;
    Result<Machines> ofPeople = machines(connection);
    if (!ofPeople)
        return ofPeople.failure();
    for (auto &[machineId, kept] : *ofPeople)
        all.machines.emplace(machineId, std::move(kept.entry));
    Result<Lines> linesOfPeople = lines(connection);
    if (!linesOfPeople)
        return linesOfPeople.failure();
    for (auto &[lineId, kept] : *linesOfPeople)
        all.lines.emplace(lineId, std::move(kept.entry));
    if (Result<void> done = addNewMachines(connection, all); !done)
        return done.failure();
    if (Result<void> done = addNewLines(connection, all); !done)
        return done.failure();
    return all;
}

Result<std::optional<RegisteredMachine>> machine(SqlConnection &connection, const MachineId &machineId)
{
    Result<Machines> found = machines(connection, machineId);
    if (!found)
        return found.failure();
    const auto only = found->find(machineId);
    return only == found->end() ? std::nullopt : std::optional(std::move(only->second.entry));
}

Result<void> remove(SqlConnection &connection, const std::vector<MachineId> &machines,
                    const std::vector<LineId> &lines)
{
    Result<void> done =
        removeEach(connection, QStringLiteral("DELETE FROM registry_machine WHERE machine_id = ?"), machines);
    if (done)
        done = removeEach(connection, QStringLiteral("DELETE FROM line_assignment WHERE machine_id = ?"),
                          machines);
    if (done)
        done = removeEach(connection, QStringLiteral("DELETE FROM registry_line WHERE line_id = ?"), lines);
    return done;
}

Result<void> add(SqlConnection &connection, const std::vector<Kept<RegisteredMachine>> &machines)
{
    Result<MultiRowWriter> insert = MultiRowWriter::prepare(
        connection,
        {QStringLiteral("INSERT INTO registry_machine (machine_id, name, factory_id, ideal_cycle_ms,"
                        " units_per_cycle, silence_limit_ms, threshold, notes, retired_since, confirmed,"
                        " changed_in) VALUES"),
         11, QString()});
    if (!insert)
        return insert.failure();
    for (const Kept<RegisteredMachine> &kept : machines) {
        std::array<QVariant, 11> row = rowOf(kept);
        if (Result<void> done = insert->add(row); !done)
            return done;
    }
    if (Result<void> done = insert->flush(); !done)
        return done;
    return addAssignments(connection, machines);
}

Result<void> add(SqlConnection &connection, const std::vector<Kept<RegisteredLine>> &lines)
{
    Result<MultiRowWriter> insert = MultiRowWriter::prepare(
        connection,
        {QStringLiteral("INSERT INTO registry_line (line_id, name, factory_id, notes, confirmed,"
                        " changed_in) VALUES"),
         6, QString()});
    if (!insert)
        return insert.failure();
    for (const Kept<RegisteredLine> &kept : lines) {
        std::array<QVariant, 6> row{sql::fromText(kept.entry.lineId.utf8()),
                                    sql::fromText(kept.entry.name),
                                    sql::fromText(kept.entry.factoryId.utf8()),
                                    sql::fromText(kept.entry.notes),
                                    kept.entry.confirmed ? 1 : 0,
                                    qlonglong{kept.changedIn}};
        if (Result<void> done = insert->add(row); !done)
            return done;
    }
    return insert->flush();
}

} // namespace linewatch::registryrows

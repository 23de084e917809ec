// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/registrychanges.h"

#include "storage/multirow.h"
#include "storage/registryjson.h"
#include "storage/sqlvalues.h"

#include <array>

namespace linewatch::registrychanges {

namespace {

using registryrows::Kept;

constexpr qsizetype longestWhat = 200;
constexpr QLatin1String machineKind("machine");
constexpr QLatin1String lineKind("line");

/** What the entries of a change were before it; empty content: there was none. */
struct Before {
    QString kind;
    QString id;
    QByteArray content;
};

Failure refused(const Sentence &message)
{
    return {Failure::Kind::Refused, message};
}

/** The revision, which no other can raise before the transaction ends. */
Result<std::int64_t> heldRevision(SqlConnection &connection)
{
    const Result<QVariant> value =
        connection.readValue(QStringLiteral("SELECT revision FROM registry_state WHERE id = 1")
                             + connection.dialect().forDeletion());
    if (!value)
        return value.failure();
    return std::int64_t{value->toLongLong()};
}

Result<void> keepRevision(SqlConnection &connection, std::int64_t revision)
{
    const Result<SqlRows> kept = connection.ask(
        QStringLiteral("UPDATE registry_state SET revision = ? WHERE id = 1"), {qlonglong{revision}});
    return kept ? Result<void>{} : kept.failure();
}

Result<void> checkEntries(const RegistryChange &change)
{
    const auto refuse = [](const QString &id, const Sentence &fault) {
        return Failure{Failure::Kind::Refused, Sentence("%1: %2", Sentence(id), fault)};
    };
    for (const RegisteredMachine &machine : change.machines) {
        if (const auto faults = faultsOf(machine); !faults.empty())
            return refuse(machine.machineId.toString(), faults.front());
    }
    for (const RegisteredLine &line : change.lines) {
        if (const auto faults = faultsOf(line); !faults.empty())
            return refuse(line.lineId.toString(), faults.front());
    }
    return {};
}

template <class Entry, class Id>
std::vector<Id> idsOf(const std::vector<Kept<Entry>> &entries, Id Entry::*id)
{
    std::vector<Id> ids;
    for (const Kept<Entry> &kept : entries)
        ids.push_back(kept.entry.*id);
    return ids;
}

/** The entries that are not what they were, with what they were, which is added to @p before. */
template <class Entry, class Id, class Known>
std::vector<Kept<Entry>> changedOnes(const std::vector<Entry> &entries, Id Entry::*id, const Known &known,
                                     std::int64_t number, QLatin1String kind, std::vector<Before> &before)
{
    std::vector<Kept<Entry>> changed;
    for (const Entry &entry : entries) {
        const auto old = known.find(entry.*id);
        const bool isThere = old != known.end();
        if (isThere && old->second.entry == entry)
            continue;
        before.push_back(
            {kind, (entry.*id).toString(), isThere ? registryjson::write(old->second) : QByteArray("")});
        changed.push_back({entry, number});
    }
    return changed;
}

Result<void> note(SqlConnection &connection, const RegistryChange &change, std::int64_t number, Instant now,
                  const std::vector<Before> &before)
{
    const QVariantList values{qlonglong{number}, sql::fromInstant(now),
                              QStringLiteral("") + change.what.left(longestWhat)};
    const Result<SqlRows> noted = connection.ask(
        QStringLiteral("INSERT INTO registry_change (number, changed_at, what) VALUES (?, ?, ?)"), values);
    if (!noted)
        return noted.failure();
    Result<MultiRowWriter> insert = MultiRowWriter::prepare(
        connection,
        {QStringLiteral("INSERT INTO registry_before (number, kind, id, content) VALUES"), 4, QString()});
    if (!insert)
        return insert.failure();
    for (const Before &entry : before) {
        std::array<QVariant, 4> row{qlonglong{number}, entry.kind, entry.id,
                                    QString::fromUtf8(entry.content)};
        if (Result<void> done = insert->add(row); !done)
            return done;
    }
    return insert->flush();
}

Result<void> forget(SqlConnection &connection, const QString &condition, std::int64_t number)
{
    for (const QLatin1String table : {QLatin1String("registry_before"), QLatin1String("registry_change")}) {
        const Result<SqlRows> deleted = connection.ask(
            QStringLiteral("DELETE FROM %1 WHERE number %2 ?").arg(table, condition), {qlonglong{number}});
        if (!deleted)
            return deleted.failure();
    }
    return {};
}

Result<void> trim(SqlConnection &connection)
{
    const Result<QVariant> newestToGo =
        connection.readValue(QStringLiteral("SELECT number FROM registry_change ORDER BY number DESC"
                                            " LIMIT 1 OFFSET %1")
                                 .arg(RegistryStore::KeptChanges));
    if (!newestToGo)
        return newestToGo.failure();
    return newestToGo->isValid() ? forget(connection, QStringLiteral("<="), newestToGo->toLongLong())
                                 : Result<void>{};
}

Result<std::vector<Before>> readBefore(SqlConnection &connection, std::int64_t number)
{
    std::vector<Before> entries;
    const Result<void> read =
        connection.readEach(QStringLiteral("SELECT kind, id, content FROM registry_before WHERE number = ?"),
                            {qlonglong{number}}, [&entries](const QSqlQuery &row) {
                                entries.push_back({row.value(0).toString(), row.value(1).toString(),
                                                   row.value(2).toString().toUtf8()});
                            });
    if (!read)
        return read.failure();
    return entries;
}

Failure changedMeanwhile()
{
    return refused(Sentence(QT_TRANSLATE_NOOP(
        "Failure", "the registry was changed meanwhile; look at what it is now and try again")));
}

Failure changedSince(const QString &id)
{
    return refused(Sentence(
        QT_TRANSLATE_NOOP("Failure", "%1 was changed again since; this change cannot be undone"), id));
}

/** The entries that change, and what becomes of them; those of which nothing is kept go. */
struct Replacement {
    std::vector<MachineId> machineIds;
    std::vector<LineId> lineIds;
    std::vector<Kept<RegisteredMachine>> machines;
    std::vector<Kept<RegisteredLine>> lines;
};

Result<void> addTo(Replacement &restored, const Before &entry)
{
    if (entry.kind == machineKind) {
        restored.machineIds.emplace_back(entry.id);
        if (entry.content.isEmpty())
            return {};
        Result<Kept<RegisteredMachine>> machine = registryjson::readMachine(entry.content);
        if (!machine)
            return machine.failure();
        restored.machines.push_back(std::move(*machine));
        return {};
    }
    restored.lineIds.emplace_back(entry.id);
    if (entry.content.isEmpty())
        return {};
    Result<Kept<RegisteredLine>> line = registryjson::readLine(entry.content);
    if (!line)
        return line.failure();
    restored.lines.push_back(std::move(*line));
    return {};
}

/** Every entry is still what the change made of it. */
Result<void> checkUntouched(SqlConnection &connection, const Replacement &restored, std::int64_t number)
{
    const Result<registryrows::Machines> machines = registryrows::machines(connection);
    if (!machines)
        return machines.failure();
    for (const MachineId &machineId : restored.machineIds) {
        const auto now = machines->find(machineId);
        if (now == machines->end() || now->second.changedIn != number)
            return changedSince(machineId.toString());
    }
    const Result<registryrows::Lines> lines = registryrows::lines(connection);
    if (!lines)
        return lines.failure();
    for (const LineId &lineId : restored.lineIds) {
        const auto now = lines->find(lineId);
        if (now == lines->end() || now->second.changedIn != number)
            return changedSince(lineId.toString());
    }
    return {};
}

Result<void> replace(SqlConnection &connection, const Replacement &entries)
{
    Result<void> done = registryrows::remove(connection, entries.machineIds, entries.lineIds);
    if (done)
        done = registryrows::add(connection, entries.machines);
    if (done)
        done = registryrows::add(connection, entries.lines);
    return done;
}

} // namespace

Result<std::int64_t> apply(SqlConnection &connection, const RegistryChange &change, Instant now)
{
    if (Result<void> good = checkEntries(change); !good)
        return good.failure();
    const Result<std::int64_t> revision = heldRevision(connection);
    if (!revision)
        return revision;
    if (*revision != change.basedOn)
        return changedMeanwhile();
    const std::int64_t number = *revision + 1;
    const auto knownMachines = registryrows::machines(connection);
    if (!knownMachines)
        return knownMachines.failure();
    const auto knownLines = registryrows::lines(connection);
    if (!knownLines)
        return knownLines.failure();

    std::vector<Before> before;
    Replacement changed;
    changed.machines = changedOnes(change.machines, &RegisteredMachine::machineId, *knownMachines, number,
                                   machineKind, before);
    changed.machineIds = idsOf(changed.machines, &RegisteredMachine::machineId);
    changed.lines = changedOnes(change.lines, &RegisteredLine::lineId, *knownLines, number, lineKind, before);
    changed.lineIds = idsOf(changed.lines, &RegisteredLine::lineId);
    if (before.empty())
        return change.basedOn;
    if (Result<void> done = replace(connection, changed); !done)
        return done.failure();
    if (Result<void> done = note(connection, change, number, now, before); !done)
        return done.failure();
    if (Result<void> done = trim(connection); !done)
        return done.failure();
    if (Result<void> done = keepRevision(connection, number); !done)
        return done.failure();
    return number;
}

Result<std::optional<MadeChange>> last(SqlConnection &connection)
{
    std::optional<MadeChange> change;
    const Result<void> read = connection.readEach(
        QStringLiteral("SELECT c.number, c.changed_at, c.what,"
                       " (SELECT count(*) FROM registry_before b WHERE b.number = c.number)"
                       " FROM registry_change c ORDER BY c.number DESC LIMIT 1"),
        {}, [&change](const QSqlQuery &row) {
            change = MadeChange{row.value(0).toLongLong(), sql::toInstant(row.value(1)),
                                row.value(2).toString(), row.value(3).toLongLong()};
        });
    if (!read)
        return read.failure();
    return change;
}

Result<std::int64_t> undo(SqlConnection &connection, std::int64_t number)
{
    const Result<std::int64_t> revision = heldRevision(connection);
    if (!revision)
        return revision;
    const Result<std::vector<Before>> before = readBefore(connection, number);
    if (!before)
        return before.failure();
    if (before->empty()) {
        return refused(Sentence(
            QT_TRANSLATE_NOOP("Failure", "that change was undone already, or is too long ago to be undone")));
    }
    Replacement restored;
    for (const Before &entry : *before) {
        if (Result<void> done = addTo(restored, entry); !done)
            return done.failure();
    }
    if (Result<void> done = checkUntouched(connection, restored, number); !done)
        return done.failure();
    if (Result<void> done = replace(connection, restored); !done)
        return done.failure();
    if (Result<void> done = forget(connection, QStringLiteral("="), number); !done)
        return done.failure();
    if (Result<void> done = keepRevision(connection, *revision + 1); !done)
        return done.failure();
    return *revision + 1;
}

} // namespace linewatch::registrychanges

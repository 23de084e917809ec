// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/registryjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace linewatch::registryjson {

namespace {

using registryrows::Kept;

/** As text: a number of JSON keeps 53 bits. */
template <class Number>
QString textOf(Number number)
{
    return QString::number(qlonglong{number});
}

QString textOf(Instant moment)
{
    return textOf(moment.time_since_epoch().count());
}

std::optional<qlonglong> numberAt(const QJsonObject &object, QLatin1String name)
{
    const QJsonValue value = object[name];
    return value.isUndefined() ? std::nullopt : std::optional(value.toString().toLongLong());
}

std::optional<Instant> instantAt(const QJsonObject &object, QLatin1String name)
{
    const std::optional<qlonglong> number = numberAt(object, name);
    return number ? std::optional(Instant{std::chrono::microseconds{*number}}) : std::nullopt;
}

std::optional<std::chrono::milliseconds> lengthAt(const QJsonObject &object, QLatin1String name)
{
    const std::optional<qlonglong> number = numberAt(object, name);
    return number ? std::optional(std::chrono::milliseconds{*number}) : std::nullopt;
}

std::string textAt(const QJsonObject &object, QLatin1String name)
{
    return object[name].toString().toStdString();
}

QJsonArray assignmentsJson(const LineAssignments &assignments)
{
    QJsonArray array;
    for (const LineAssignment &assignment : assignments) {
        QJsonObject object{{QStringLiteral("line"), assignment.line.toString()}};
        if (assignment.from)
            object[QLatin1String("from")] = textOf(*assignment.from);
        array += object;
    }
    return array;
}

LineAssignments readAssignments(const QJsonArray &array)
{
    LineAssignments assignments;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        assignments.push_back(
            {instantAt(object, QLatin1String("from")), LineId(object[QLatin1String("line")].toString())});
    }
    return assignments;
}

void writeNumbers(const RegisteredMachine &machine, QJsonObject &object)
{
    if (machine.idealCycle)
        object[QLatin1String("idealCycle")] = textOf(machine.idealCycle->count());
    if (machine.unitsPerCycle)
        object[QLatin1String("unitsPerCycle")] = textOf(*machine.unitsPerCycle);
    if (machine.silenceLimit)
        object[QLatin1String("silenceLimit")] = textOf(machine.silenceLimit->count());
    if (machine.threshold)
        object[QLatin1String("threshold")] = textOf(machine.threshold->scaled);
    if (machine.retiredSince)
        object[QLatin1String("retiredSince")] = textOf(*machine.retiredSince);
}

Result<QJsonObject> parse(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return Failure{Failure::Kind::Damaged,
                       Sentence(QT_TRANSLATE_NOOP(
                           "Failure", "what the registry was before that change cannot be read"))};
    return document.object();
}

} // namespace

QByteArray write(const Kept<RegisteredMachine> &kept)
{
    const RegisteredMachine &machine = kept.entry;
    QJsonObject object{{QStringLiteral("id"), machine.machineId.toString()},
                       {QStringLiteral("name"), QString::fromStdString(machine.name)},
                       {QStringLiteral("lines"), assignmentsJson(machine.assignments)},
                       {QStringLiteral("factory"), machine.factoryId.toString()},
                       {QStringLiteral("notes"), QString::fromStdString(machine.notes)},
                       {QStringLiteral("confirmed"), machine.confirmed},
                       {QStringLiteral("changedIn"), textOf(kept.changedIn)}};
    writeNumbers(machine, object);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray write(const Kept<RegisteredLine> &kept)
{
    const QJsonObject object{{QStringLiteral("id"), kept.entry.lineId.toString()},
                             {QStringLiteral("name"), QString::fromStdString(kept.entry.name)},
                             {QStringLiteral("factory"), kept.entry.factoryId.toString()},
                             {QStringLiteral("notes"), QString::fromStdString(kept.entry.notes)},
                             {QStringLiteral("confirmed"), kept.entry.confirmed},
                             {QStringLiteral("changedIn"), textOf(kept.changedIn)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Kept<RegisteredMachine>> readMachine(const QByteArray &json)
{
    const Result<QJsonObject> object = parse(json);
    if (!object)
        return object.failure();
    RegisteredMachine machine;
    machine.machineId = MachineId(textAt(*object, QLatin1String("id")));
    machine.name = textAt(*object, QLatin1String("name"));
    machine.assignments = readAssignments((*object)[QLatin1String("lines")].toArray());
    machine.factoryId = FactoryId(textAt(*object, QLatin1String("factory")));
    machine.idealCycle = lengthAt(*object, QLatin1String("idealCycle"));
    if (const auto units = numberAt(*object, QLatin1String("unitsPerCycle")))
        machine.unitsPerCycle = std::int64_t{*units};
    machine.silenceLimit = lengthAt(*object, QLatin1String("silenceLimit"));
    if (const auto threshold = numberAt(*object, QLatin1String("threshold")))
        machine.threshold = Decimal{*threshold, 2};
    machine.notes = textAt(*object, QLatin1String("notes"));
    machine.retiredSince = instantAt(*object, QLatin1String("retiredSince"));
    machine.confirmed = (*object)[QLatin1String("confirmed")].toBool();
    return Kept<RegisteredMachine>{machine, numberAt(*object, QLatin1String("changedIn")).value_or(0)};
}

Result<Kept<RegisteredLine>> readLine(const QByteArray &json)
{
    const Result<QJsonObject> object = parse(json);
    if (!object)
        return object.failure();
    const RegisteredLine line{
        LineId(textAt(*object, QLatin1String("id"))), textAt(*object, QLatin1String("name")),
        FactoryId(textAt(*object, QLatin1String("factory"))), textAt(*object, QLatin1String("notes")),
        (*object)[QLatin1String("confirmed")].toBool()};
    return Kept<RegisteredLine>{line, numberAt(*object, QLatin1String("changedIn")).value_or(0)};
}

} // namespace linewatch::registryjson

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/registrycells.h"

#include "model/rfc3339.h"

namespace linewatch {

namespace {

bool isNamed(const RegistryColumn &column, std::string_view name)
{
    const auto withUnit = [&](std::string_view unit) {
        return name == std::string(column.name) + " (" + std::string(unit) + ")";
    };
    if (name == column.name)
        return true;
    if (column.unit == "time")
        return withUnit("UTC") || withUnit("local time");
    return !column.unit.empty() && withUnit(column.unit);
}

} // namespace

QString textOf(const RegistryCell &cell)
{
    if (const auto *text = std::get_if<std::string>(&cell))
        return QString::fromStdString(*text).replace(QLatin1Char('\n'), QStringLiteral(" / "));
    if (const auto *number = std::get_if<std::int64_t>(&cell))
        return QString::number(*number);
    if (const auto *decimal = std::get_if<Decimal>(&cell))
        return QString::fromStdString(decimal->toString());
    if (const auto *moment = std::get_if<Instant>(&cell))
        return QString::fromStdString(formatRfc3339(*moment));
    return {};
}

QString nameOf(const RegistryColumn &column)
{
    return QString::fromUtf8(column.name.data(), static_cast<qsizetype>(column.name.size()));
}

std::optional<std::size_t> columnNamed(RegistryColumns columns, std::string_view name)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (isNamed(columns[i], name))
            return i;
    }
    return std::nullopt;
}

RegistryCell textCell(const std::string &text)
{
    return text.empty() ? RegistryCell() : RegistryCell(text);
}

RegistryCell confirmedCell(bool isConfirmed)
{
    return std::string(isConfirmed ? "yes" : "no");
}

std::optional<Sentence> setConfirmed(bool &isConfirmed, const QString &column, const std::string &text)
{
    isConfirmed = text != "no";
    if (text.empty() || text == "yes" || text == "no")
        return {};
    return Sentence(QT_TRANSLATE_NOOP("Failure", "%1: '%2' is neither yes nor no"), column,
                    QString::fromStdString(text));
}

Result<void> writeNames(CsvWriter &csv, RegistryColumns columns)
{
    std::vector<std::string> names;
    for (const RegistryColumn &column : columns) {
        const std::string name(column.name);
        if (column.unit == "time")
            names.push_back(csv.timeColumn(name));
        else
            names.push_back(column.unit.empty() ? name : name + " (" + std::string(column.unit) + ")");
    }
    return csv.header(names);
}

void writeCell(CsvWriter &csv, const RegistryCell &cell)
{
    if (const auto *text = std::get_if<std::string>(&cell))
        csv.text(*text);
    else if (const auto *number = std::get_if<std::int64_t>(&cell))
        csv.number(*number);
    else if (const auto *decimal = std::get_if<Decimal>(&cell))
        csv.number(*decimal);
    else if (const auto *moment = std::get_if<Instant>(&cell))
        csv.time(*moment);
    else
        csv.empty();
}

} // namespace linewatch

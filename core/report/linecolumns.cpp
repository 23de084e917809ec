// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/linecolumns.h"

#include <array>

namespace linewatch {

namespace {

constexpr std::array<RegistryColumn, 5> columnsOfLines{
    {{"lineId", ""}, {"name", ""}, {"factoryId", ""}, {"notes", ""}, {"confirmed", ""}}};

} // namespace

RegistryColumns lineColumns()
{
    return columnsOfLines;
}

RegistryCell cellOf(const RegisteredLine &line, LineColumn column)
{
    switch (column) {
    case LineColumn::Line:
        return textCell(line.lineId.utf8());
    case LineColumn::Name:
        return textCell(line.name);
    case LineColumn::Factory:
        return textCell(line.factoryId.utf8());
    case LineColumn::Notes:
        return textCell(line.notes);
    case LineColumn::Confirmed:
        return confirmedCell(line.confirmed);
    }
    return {};
}

std::optional<Sentence> setCell(RegisteredLine &line, LineColumn column, const std::string &text)
{
    switch (column) {
    case LineColumn::Line:
        line.lineId = LineId(text);
        break;
    case LineColumn::Name:
        line.name = text;
        break;
    case LineColumn::Factory:
        line.factoryId = FactoryId(text);
        break;
    case LineColumn::Notes:
        line.notes = text;
        break;
    case LineColumn::Confirmed:
        return setConfirmed(line.confirmed, nameOf(lineColumns().back()), text);
    }
    return {};
}

} // namespace linewatch

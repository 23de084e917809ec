// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/keptgrid.h"

#include <QSettings>

#include <array>

namespace linewatch::ui {

namespace {

constexpr QLatin1String textKey("grid/filter");
constexpr QLatin1String stateKey("grid/state");
constexpr QLatin1String orderKey("grid/order");
constexpr QLatin1String densityKey("grid/density");

/** By the value of the enumeration. */
constexpr std::array orderNames{QLatin1String("name"), QLatin1String("worst"), QLatin1String("rate")};
constexpr std::array densityNames{QLatin1String("comfortable"), QLatin1String("compact")};

template <class Names>
int numberOf(const Names &names, const QString &kept)
{
    const auto found = std::ranges::find(names, kept);
    return found != names.end() ? static_cast<int>(found - names.begin()) : 0;
}

} // namespace

GridChoice keptGridChoice(const QSettings &settings)
{
    GridChoice choice;
    choice.filter.text = settings.value(textKey).toString();
    const QString state = settings.value(stateKey).toString();
    for (std::size_t i = 0; i < MachineStateCount; ++i) {
        if (state.toStdString() == wireName(static_cast<MachineState>(i)))
            choice.filter.state = static_cast<MachineState>(i);
    }
    choice.order = static_cast<MachineOrder>(numberOf(orderNames, settings.value(orderKey).toString()));
    choice.density = static_cast<TileDensity>(numberOf(densityNames, settings.value(densityKey).toString()));
    return choice;
}

void keepGridChoice(QSettings &settings, const GridChoice &choice)
{
    settings.setValue(textKey, choice.filter.text);
    const std::string_view state = choice.filter.state ? wireName(*choice.filter.state) : std::string_view();
    settings.setValue(stateKey, QString::fromUtf8(state.data(), static_cast<qsizetype>(state.size())));
    settings.setValue(orderKey, orderNames[static_cast<std::size_t>(choice.order)]);
    settings.setValue(densityKey, densityNames[static_cast<std::size_t>(choice.density)]);
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/limitsettings.h"

#include "monitor/listenaddress.h"

#include <vector>

namespace linewatch {

namespace {

struct Limit {
    const char *key;
    std::function<void(qint64)> set;
};

std::vector<Limit> limitsOf(MonitorSettings &settings)
{
    http::Limits &http = settings.http;
    const auto seconds = [](std::chrono::milliseconds &limit) {
        return [&limit](qint64 value) { limit = std::chrono::seconds{value}; };
    };
    const auto bytes = [](qsizetype &limit) { return [&limit](qint64 value) { limit = value; }; };
    const auto events = [](std::size_t &limit) {
        return [&limit](qint64 value) { limit = static_cast<std::size_t>(value); };
    };
    return {
        {"limits/bodyBytes", bytes(http.bodyBytes)},
        {"limits/headerBytes", bytes(http.headerBytes)},
        {"limits/targetBytes", bytes(http.targetBytes)},
        {"limits/batchEvents", events(settings.maxBatchEvents)},
        {"limits/queuedEvents", events(settings.maxQueuedEvents)},
        {"limits/connections", [&http](qint64 value) { http.connections = static_cast<int>(value); }},
        {"limits/headerSeconds", seconds(http.headerDeadline)},
        {"limits/bodySeconds", seconds(http.bodyDeadline)},
        {"limits/idleSeconds", seconds(http.idleTimeout)},
    };
}

} // namespace

Result<void> readLimits(const SettingValues &values, MonitorSettings &settings)
{
    for (const Limit &limit : limitsOf(settings)) {
        const Result<std::optional<qint64>> value = wholeSetting(values, QLatin1String(limit.key));
        if (!value)
            return value.failure();
        if (*value)
            limit.set(**value);
    }
    return {};
}

Result<void> readRules(const SettingValues &values, StateRules &rules)
{
    const Result<std::optional<double>> rate =
        numberSetting(values, QStringLiteral("thresholds/defectsPerHour"));
    if (!rate)
        return rate.failure();
    const Result<std::optional<qint64>> silence =
        wholeSetting(values, QStringLiteral("thresholds/silentMinutes"));
    if (!silence)
        return silence.failure();
    rules.healthThreshold = rate->value_or(rules.healthThreshold);
    if (*silence)
        rules.silenceLimit = std::chrono::minutes{**silence};
    return {};
}

Result<MonitorSettings> readEndpoint(const SettingValues &values)
{
    MonitorSettings settings;
    if (const std::optional<QString> listen = values(QStringLiteral("server/listen"))) {
        const Result<ListenAddress> address = ListenAddress::parse(*listen);
        if (!address)
            return address.failure();
        settings.address = address->address;
        settings.port = address->port;
    }
    if (Result<void> limits = readLimits(values, settings); !limits)
        return limits.failure();
    return settings;
}

} // namespace linewatch

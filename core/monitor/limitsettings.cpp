// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/limitsettings.h"

#include "monitor/optionsources.h"

#include <functional>
#include <vector>

namespace linewatch {

namespace {

struct Limit {
    const char *name;
    qint64 smallest;
    qint64 largest;
    std::function<void(qint64)> set;
};

constexpr qint64 kibi = 1024;
constexpr qint64 mebi = 1024 * kibi;
constexpr qint64 day = 86'400; // seconds
constexpr qint64 million = 1'000'000;

/** Smaller ones would refuse what ordinary clients send, larger ones would be none. */
std::vector<Limit> limitsOf(MonitorSettings &settings)
{
    http::Limits &http = settings.http;
    const auto seconds = [](std::chrono::milliseconds &limit) {
        return [&limit](qint64 value) { limit = std::chrono::seconds{value}; };
    };
    const auto bytes = [](qsizetype &limit) { return [&limit](qint64 value) { limit = value; }; };
    return {
        {"bodyBytes", kibi, kibi * mebi, bytes(http.bodyBytes)},
        {"headerBytes", kibi, mebi, bytes(http.headerBytes)},
        {"targetBytes", kibi, mebi, bytes(http.targetBytes)},
        {"batchEvents", 1, million,
         [&settings](qint64 value) { settings.maxBatchEvents = static_cast<std::size_t>(value); }},
        {"queuedEvents", 1, 100 * million,
         [&settings](qint64 value) { settings.maxQueuedEvents = static_cast<std::size_t>(value); }},
        {"connections", 1, million, [&http](qint64 value) { http.connections = static_cast<int>(value); }},
        {"headerSeconds", 1, day, seconds(http.headerDeadline)},
        {"bodySeconds", 1, day, seconds(http.bodyDeadline)},
        {"idleSeconds", 1, day, seconds(http.idleTimeout)},
    };
}

} // namespace

Result<void> readLimits(const OptionSources &sources, MonitorSettings &settings)
{
    for (const Limit &limit : limitsOf(settings)) {
        const QString key = QStringLiteral("limits/") + QLatin1String(limit.name);
        const std::optional<QString> text = sources.setting(key);
        if (!text)
            continue;
        bool isNumber = false;
        const qint64 value = text->toLongLong(&isNumber);
        if (!isNumber || value < limit.smallest || value > limit.largest) {
            return refused(Sentence(
                QT_TRANSLATE_NOOP("Failure", "the setting %1 is a whole number from %2 to %3, not '%4'"), key,
                QString::number(limit.smallest), QString::number(limit.largest), *text));
        }
        limit.set(value);
    }
    return {};
}

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/storehealthtext.h"

#include <QCoreApplication>

namespace linewatch::ui {

namespace {

struct StoreHealthTexts {
    Q_DECLARE_TR_FUNCTIONS(StoreHealth)
};

QString bytesText(std::int64_t bytes, const Formats &formats)
{
    return formats.locale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString sinceText(const Backlog &backlog, const Formats &formats)
{
    return formats.dateAndTime(backlog.oldestArrival.value_or(Instant{}));
}

QString waitingText(const Backlog &backlog, const Formats &formats)
{
    return StoreHealthTexts::tr(
               "The database is away. Events that wait on this computer: %1, the oldest since %2. "
               "They come in by themselves once it is back.")
        .arg(formats.count(backlog.events), sinceText(backlog, formats));
}

QString noMoreRoomText(const Backlog &backlog, const Formats &formats)
{
    return StoreHealthTexts::tr(
               "The database is away, and there is no more room for what machines send. Events that "
               "wait on this computer: %1, the oldest since %2. Bring the database back, or give the "
               "spool more room.")
        .arg(formats.count(backlog.events), sinceText(backlog, formats));
}

QString shortOfSpaceText(const StoreSpace &space, const Formats &formats)
{
    const QString free = bytesText(space.free.value_or(0), formats);
    if (space.growthPerDay.value_or(0) <= 0)
        return StoreHealthTexts::tr("Only %1 are free on the disk of the store. Make room before it is full.")
            .arg(free);
    return StoreHealthTexts::tr(
               "Only %1 are free on the disk of the store, which grows by %2 a day. Make room before it "
               "is full.")
        .arg(free, bytesText(*space.growthPerDay, formats));
}

} // namespace

QString storeProblemText(const StoreHealth &health, const Formats &formats)
{
    const Backlog &backlog = health.backlog;
    if (!backlog.isEmpty())
        return backlog.takesMore ? waitingText(backlog, formats) : noMoreRoomText(backlog, formats);
    if (!health.trouble.isEmpty()) {
        return StoreHealthTexts::tr("What machines send cannot be kept: %1. They are told to send it again.")
            .arg(health.trouble);
    }
    if (health.space && isShort(*health.space))
        return shortOfSpaceText(*health.space, formats);
    return {};
}

std::vector<TextParts> spaceFacts(const std::optional<StoreSpace> &space, const Formats &formats)
{
    if (!space)
        return {};
    const auto strong = [](const QString &text, Tone tone = Tone::Plain) {
        return TextPart{text, tone, true};
    };
    TextParts size{{StoreHealthTexts::tr("Size") + QLatin1Char(' ')},
                   strong(bytesText(space->used, formats))};
    if (space->growthPerDay) {
        const QString sign = *space->growthPerDay < 0 ? QStringLiteral("−") : QStringLiteral("+");
        size.push_back({StoreHealthTexts::tr(", %1 a day")
                            .arg(sign + bytesText(std::abs(*space->growthPerDay), formats))});
    }
    std::vector<TextParts> facts{size};
    if (space->free) {
        facts.push_back(
            {{StoreHealthTexts::tr("Free") + QLatin1Char(' ')},
             strong(bytesText(*space->free, formats), isShort(*space) ? Tone::Warning : Tone::Plain)});
    }
    return facts;
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/machinewords.h"

#include "ui/models/durationtext.h"

#include <QCoreApplication>

#include <array>

namespace linewatch::ui {

namespace {

struct MachineWords {
    Q_DECLARE_TR_FUNCTIONS(MachineWords)
};

} // namespace

QString rejectionWords(RejectReason reason)
{
    static constexpr std::array<const char *, RejectReasonCount> words{
        QT_TRANSLATE_NOOP("MachineWords", "for no reason that is known"),
        QT_TRANSLATE_NOOP("MachineWords", "it is not an object of JSON"),
        QT_TRANSLATE_NOOP("MachineWords", "it has no event id"),
        QT_TRANSLATE_NOOP("MachineWords", "its event id is not a text of 1 to 128 characters"),
        QT_TRANSLATE_NOOP("MachineWords", "it names no machine"),
        QT_TRANSLATE_NOOP("MachineWords", "its machine is not a text of 1 to 64 characters"),
        QT_TRANSLATE_NOOP("MachineWords", "it has no time"),
        QT_TRANSLATE_NOOP("MachineWords", "its time cannot be read as date, time and zone"),
        QT_TRANSLATE_NOOP("MachineWords", "its time is more than 15 minutes ahead"),
        QT_TRANSLATE_NOOP("MachineWords", "it has no duration"),
        QT_TRANSLATE_NOOP("MachineWords", "its duration is not a whole number from 0 ms to 6 h"),
        QT_TRANSLATE_NOOP("MachineWords", "it has no count of defects"),
        QT_TRANSLATE_NOOP("MachineWords", "its count of defects is not a whole number from -1 on"),
        QT_TRANSLATE_NOOP("MachineWords", "its line is not a text of 1 to 64 characters"),
        QT_TRANSLATE_NOOP("MachineWords", "its factory is not a text of 1 to 64 characters"),
        QT_TRANSLATE_NOOP("MachineWords", "its time of receipt cannot be read or lies ahead"),
        QT_TRANSLATE_NOOP("MachineWords", "it is older than events are kept"),
        QT_TRANSLATE_NOOP("MachineWords", "other nodes changed it at the same time; sent again it succeeds"),
    };
    return MachineWords::tr(words[static_cast<std::size_t>(reason)]);
}

QString clockWords(const std::optional<std::chrono::microseconds> &offset, const Formats &formats)
{
    constexpr std::chrono::seconds unremarkable{1};
    if (!offset)
        return MachineWords::tr("nothing to tell its clock by");
    const std::chrono::microseconds length = std::chrono::abs(*offset);
    if (length <= unremarkable)
        return MachineWords::tr("its clock is right within a second");
    if (offset->count() < 0)
        return MachineWords::tr("its clock is %1 ahead").arg(durationText(length, formats));
    return MachineWords::tr("its clock is %1 behind or its events late").arg(durationText(length, formats));
}

} // namespace linewatch::ui

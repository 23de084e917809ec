// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/machinewords.h"

#include "ui/models/durationtext.h"

#include <QCoreApplication>

namespace linewatch::ui {

namespace {

struct MachineWords {
    Q_DECLARE_TR_FUNCTIONS(MachineWords)
};

} // namespace

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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/thresholdsection.h"

#include "ui/widgets/settingrow.h"

#include <QGridLayout>

namespace linewatch::ui {

ThresholdSection::ThresholdSection(SettingsDraft &draft, QWidget *parent) : QWidget(parent)
{
    QGridLayout &grid = *addSettingsGrid(*this);
    new SettingRow(grid, draft,
                   {.key = QStringLiteral("thresholds/defectsPerHour"),
                    .label = tr("&Warning from"),
                    .note = tr("Defects an hour, with a decimal point; counts after a restart.")});
    new SettingRow(grid, draft,
                   {.key = QStringLiteral("thresholds/silentMinutes"),
                    .label = tr("S&ilent after"),
                    .note = tr("Minutes without an event, 1 to 1,440; counts after a restart.")});
}

} // namespace linewatch::ui

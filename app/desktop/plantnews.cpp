// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/plantnews.h"

#include "ui/mainwindow/mainwindow.h"

namespace linewatch {

PlantNews::PlantNews(const Monitor &monitor)
{
    connect(&monitor, &Monitor::snapshotPublished, this, [this](const LiveSnapshotPtr &snapshot) {
        m_snapshot = snapshot;
        m_boardFailure.clear();
    });
    connect(&monitor, &Monitor::boardFailed, this,
            [this](const QString &reason) { m_boardFailure = reason; });
    connect(&monitor, &Monitor::storeHealthChanged, this,
            [this](const StoreHealth &health) { m_health = health; });
    connect(&monitor, &Monitor::storeLost, this, [this](const QString &reason, Instant readAt) {
        m_loss = Loss{reason, readAt};
    });
    connect(&monitor, &Monitor::storeFound, this, [this] { m_loss.reset(); });
}

void PlantNews::tell(ui::MainWindow &window) const
{
    if (m_health)
        window.showStoreHealth(*m_health);
    if (m_snapshot)
        window.showSnapshot(m_snapshot);
    if (!m_boardFailure.isEmpty())
        window.showBoardFailure(m_boardFailure);
    if (m_loss)
        window.showStoreLost(m_loss->reason, m_loss->readAt);
}

} // namespace linewatch

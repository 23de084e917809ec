// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/monitor.h"

#include <QObject>

#include <optional>

namespace linewatch {

namespace ui {
class MainWindow;
}

/**
 * The last that a monitor said of itself, which it says but once: for a window that turns to it later. GUI
 * thread.
 */
class PlantNews : public QObject
{
    Q_OBJECT

public:
    /** @p monitor must outlive it. */
    explicit PlantNews(const Monitor &monitor);

    void tell(ui::MainWindow &window) const;

private:
    struct Loss {
        QString reason;
        Instant readAt;
    };

    LiveSnapshotPtr m_snapshot; ///< null: none yet
    QString m_boardFailure;     ///< while there is no snapshot
    std::optional<StoreHealth> m_health;
    std::optional<Loss> m_loss; ///< while the store cannot be reached
};

} // namespace linewatch

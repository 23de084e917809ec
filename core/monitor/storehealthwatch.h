// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storehealth.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace linewatch {

/** Looks at the store's health once a second and tells when it has changed. Its thread needs an event loop.
 */
class StoreHealthWatch : public QObject
{
    Q_OBJECT

public:
    /** @p look must be quick. */
    explicit StoreHealthWatch(std::function<StoreHealth()> look);

signals:
    void storeHealthChanged(const linewatch::StoreHealth &health);

private:
    void look();

    const std::function<StoreHealth()> m_look;
    StoreHealth m_told;
    QTimer m_timer;
};

} // namespace linewatch

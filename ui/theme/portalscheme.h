// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/systemscheme.h"

#include <QDBusConnection>

#include <optional>

class QDBusPendingCallWatcher;
class QDBusVariant;
class QVariant;

namespace linewatch::ui {

/**
 * Asks the desktop portal (org.freedesktop.appearance, color-scheme) and follows it. Where there is no
 * portal, or it has no preference, the palette that Qt found at the start decides; that one is not followed,
 * because Qt 6.4 does not tell the desktop's palette from the one we set.
 */
class PortalScheme final : public SystemScheme
{
    Q_OBJECT

public:
    explicit PortalScheme(const QDBusConnection &bus, QObject *parent = nullptr);

    bool isDark() const override;

    /** Of the portal's value, however many variants it is wrapped in: 1 is dark, 2 is light. */
    static std::optional<bool> darkFromPortal(const QVariant &value);

private slots:
    void noteSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void noteAnswer(const QDBusPendingCallWatcher &answer);
    void setPortalDark(std::optional<bool> dark);

    QDBusConnection m_bus;
    bool m_paletteDark;
    std::optional<bool> m_portalDark;
};

} // namespace linewatch::ui

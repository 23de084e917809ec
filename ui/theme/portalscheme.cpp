// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/portalscheme.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QPalette>

namespace linewatch::ui {

namespace {

constexpr QLatin1String service("org.freedesktop.portal.Desktop");
constexpr QLatin1String path("/org/freedesktop/portal/desktop");
constexpr QLatin1String settings("org.freedesktop.portal.Settings");
constexpr QLatin1String appearance("org.freedesktop.appearance");
constexpr QLatin1String colorScheme("color-scheme");

bool paletteIsDark()
{
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

PortalScheme::PortalScheme(const QDBusConnection &bus, QObject *parent)
    : SystemScheme(parent)
    , m_bus(bus)
    , m_paletteDark(paletteIsDark())
{
    // Following comes before asking, so that no change falls between the two.
    m_bus.connect(service, path, settings, QStringLiteral("SettingChanged"), this,
                  SLOT(noteSetting(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, settings, QStringLiteral("Read"));
    question << QString(appearance) << QString(colorScheme);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        noteAnswer(*watcher);
        watcher->deleteLater();
    });
}

bool PortalScheme::isDark() const
{
    return m_portalDark.value_or(m_paletteDark);
}

std::optional<bool> PortalScheme::darkFromPortal(const QVariant &value)
{
    QVariant inner = value;
    while (inner.canConvert<QDBusVariant>())
        inner = inner.value<QDBusVariant>().variant();
    switch (inner.toUInt()) {
    case 1:
        return true;
    case 2:
        return false;
    default:
        return std::nullopt;
    }
}

void PortalScheme::noteSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance && key == colorScheme)
        setPortalDark(darkFromPortal(value.variant()));
}

void PortalScheme::noteAnswer(const QDBusPendingCallWatcher &answer)
{
    const QDBusPendingReply<QDBusVariant> reply = answer;
    if (reply.isValid())
        setPortalDark(darkFromPortal(reply.value().variant()));
}

void PortalScheme::setPortalDark(std::optional<bool> dark)
{
    const bool before = isDark();
    m_portalDark = dark;
    if (isDark() != before)
        emit changed();
}

} // namespace linewatch::ui

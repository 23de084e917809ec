// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/keptformats.h"

#include "monitor/settingsfile.h"
#include "ui/mainwindow/language.h"

#include <QSettings>

namespace linewatch::ui {

namespace {

constexpr QLatin1String zoneKey("view/timeZone");

QTimeZone keptZone(const QSettings &window, const QTimeZone &system)
{
    const QByteArray id = window.value(zoneKey).toString().toUtf8();
    return QTimeZone::isTimeZoneIdAvailable(id) ? QTimeZone(id) : system;
}

} // namespace

Formats keptFormats(const QSettings &window, const Formats &system)
{
    return {localeOf(keptLanguage(window), system.locale()), keptZone(window, system.zone())};
}

void takeView(QSettings &window, const SettingsFile &file)
{
    for (const SettingKey &key : settingKeys()) {
        if (key.effect != SettingKey::Effect::Window)
            continue;
        const QString name(key.name);
        const QString takenKey = QStringLiteral("fromFile/") + name.section(QLatin1Char('/'), 1);
        const QString value = file.given(name).value_or(QString());
        const bool isGood = value.isEmpty() || checkSetting(key, value);
        if (!isGood || value == window.value(takenKey).toString())
            continue;
        window.setValue(takenKey, value);
        if (!value.isEmpty())
            window.setValue(name, value);
    }
}

} // namespace linewatch::ui

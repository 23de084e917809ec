// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/themecontroller.h"

#include <QApplication>
#include <QToolTip>

namespace linewatch::ui {

ThemeController::ThemeController(const SystemScheme &system, QObject *parent)
    : QObject(parent)
    , m_system(system)
    , m_type(defaultType())
    , m_theme(system.isDark() ? darkTheme() : lightTheme())
{
    connect(&system, &SystemScheme::changed, this, &ThemeController::follow);
    QApplication::setStyle(QStringLiteral("Fusion"));
    applyType();
    apply();
}

void ThemeController::choose(ThemeChoice choice)
{
    m_choice = choice;
    follow();
}

void ThemeController::follow()
{
    const bool dark = m_choice == ThemeChoice::System ? m_system.isDark() : m_choice == ThemeChoice::Dark;
    if (dark == m_theme.dark)
        return;
    m_theme = dark ? darkTheme() : lightTheme();
    apply();
    emit themeChanged();
}

void ThemeController::setTextPercent(int percent)
{
    if (percent == m_textPercent)
        return;
    m_textPercent = percent;
    m_type = defaultType(percent);
    applyType();
    apply(); // the style keeps sizes that it reckoned with the font before
    emit typeChanged();
}

void ThemeController::applyType()
{
    QApplication::setFont(m_type.body);
    QToolTip::setFont(m_type.small);
}

void ThemeController::apply()
{
    QApplication::setPalette(paletteOf(m_theme));
    QToolTip::setPalette(paletteOf(m_theme));
    qApp->setStyleSheet(styleSheetOf(m_theme) + fontRules(m_type));
}

QString settingsName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

ThemeChoice themeChoiceFrom(const QString &name)
{
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        if (name == settingsName(choice))
            return choice;
    }
    return ThemeChoice::System;
}

} // namespace linewatch::ui

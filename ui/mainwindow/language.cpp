// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/language.h"

namespace linewatch::ui {

namespace {

QLocale::Language wordsOf(Language language)
{
    return language == Language::German ? QLocale::German : QLocale::English;
}

} // namespace

Language languageFrom(const QString &settingsName)
{
    if (settingsName == QLatin1String("en"))
        return Language::English;
    if (settingsName == QLatin1String("de"))
        return Language::German;
    return Language::System;
}

QString settingsName(Language language)
{
    switch (language) {
    case Language::English:
        return QStringLiteral("en");
    case Language::German:
        return QStringLiteral("de");
    case Language::System:
        break;
    }
    return QStringLiteral("system");
}

QLocale localeOf(Language language, const QLocale &system)
{
    if (language == Language::System || system.language() == wordsOf(language))
        return system;
    return QLocale(wordsOf(language));
}

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/language.h"

#include <QSettings>

#include <algorithm>
#include <array>

namespace linewatch::ui {

namespace {

constexpr QLatin1String languageKey("view/language");

struct Name {
    Language language;
    QLatin1String setting;
};

constexpr std::array names{Name{Language::System, QLatin1String("system")},
                           Name{Language::English, QLatin1String("en")},
                           Name{Language::German, QLatin1String("de")}};

QLocale::Language wordsOf(Language language)
{
    return language == Language::German ? QLocale::German : QLocale::English;
}

} // namespace

Language keptLanguage(const QSettings &settings)
{
    const QString kept = settings.value(languageKey).toString();
    const auto found = std::ranges::find(names, kept, &Name::setting);
    return found != names.end() ? found->language : Language::System;
}

void keepLanguage(QSettings &settings, Language language)
{
    settings.setValue(languageKey, QString(std::ranges::find(names, language, &Name::language)->setting));
}

QLocale localeOf(Language language, const QLocale &system)
{
    if (language == Language::System || system.language() == wordsOf(language))
        return system;
    return QLocale(wordsOf(language));
}

QLocale keptLocale(const QSettings &settings)
{
    return localeOf(keptLanguage(settings), QLocale());
}

} // namespace linewatch::ui

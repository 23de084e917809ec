// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace linewatch::ui {

/** What the user wants to read; System is what the computer is set to, English where we do not have it. */
enum class Language { System, English, German };

/** Language::System for what is no name. */
Language languageFrom(const QString &settingsName);
QString settingsName(Language language);

/** How words, numbers and dates are written: as the computer does it where it speaks the language. */
QLocale localeOf(Language language, const QLocale &system);

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

class QSettings;

namespace linewatch::ui {

/** What the user wants to read; System is what the computer is set to, English where we do not have it. */
enum class Language { System, English, German };

/** The choice of the last start; System where there is none. */
Language keptLanguage(const QSettings &settings);
void keepLanguage(QSettings &settings, Language language);

/** How words, numbers and dates are written: as the computer does it where it speaks the language. */
QLocale localeOf(Language language, const QLocale &system);
/** Of the choice of the last start, on this computer. */
QLocale keptLocale(const QSettings &settings);

} // namespace linewatch::ui

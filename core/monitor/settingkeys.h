// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"

#include <QLatin1String>
#include <QStringList>

#include <functional>
#include <optional>
#include <span>

namespace linewatch {

/**
 * One key of the settings file. What reads the file, checks it, names what is wrong in it, shows it in the
 * window and lists it in docs/operations.md goes by the one table of these.
 */
struct SettingKey {
    enum class Kind : std::uint8_t {
        Listen,      ///< ADDRESS:PORT, of a loopback address
        Database,    ///< a URL
        Text,        ///< anything
        File,        ///< one that can be read
        Whole,       ///< a whole number from smallest to largest
        WholeOrNone, ///< the same, or 0
        Number,      ///< with decimal places, from smallest to largest
        OneOf,       ///< one of the words
        Zone         ///< a time zone by its name in the tz database, or 'system'
    };
    /** What has to begin anew before a change counts. */
    enum class Effect : std::uint8_t {
        Endpoint, ///< what takes requests; the desktop does that by itself and loses none
        Program,
        Window ///< the window shows it when it next starts
    };

    QLatin1String name; ///< with its section: limits/bodyBytes
    Kind kind;
    QLatin1String standard; ///< the value that holds without it, as the file would have it; empty: none
    Effect effect;
    double smallest = 0;
    double largest = 0;
    QLatin1String words = {}; ///< of OneOf, parted by blanks
    QLatin1String meaning;    ///< one line of English
};

/** All there are, in the order in which people read them. */
std::span<const SettingKey> settingKeys();
/** Null when there is none of that name. */
const SettingKey *findSettingKey(const QString &name);

/** Which values it takes, in English: "1024 to 1073741824"; empty where any. */
QString rangeText(const SettingKey &key);

/** A failure with one sentence where @p text is no value of the key. Reads files and nothing else. */
Result<void> checkSetting(const SettingKey &key, const QString &text);

/** The key that @p name was meant to be, as far as one can tell. */
std::optional<QString> nearestSettingKey(const QString &name);
/** What is said of a key that there is not; with the one that was meant. */
Sentence unknownSetting(const QString &name);

/** What a settings file has for a key; nothing when it does not have it. */
using SettingValues = std::function<std::optional<QString>(const QString &key)>;

/** The value of a key of whole numbers; nothing where there is none, a failure where it is none. */
Result<std::optional<qint64>> wholeSetting(const SettingValues &values, const QString &name);
/** The same with decimal places. */
Result<std::optional<double>> numberSetting(const SettingValues &values, const QString &name);

} // namespace linewatch

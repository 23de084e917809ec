// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/settingkeys.h"
#include "monitor/settingsplace.h"

namespace linewatch {

/**
 * The settings of a program that runs, as they hold and as they are written. One thread. The file is read
 * once, when this is made, and again before it is written, so that what others put there meanwhile stays.
 */
class SettingsFile
{
public:
    explicit SettingsFile(SettingsPlace place);

    /** What holds: what stands above the file, what is in the file, else the standard. */
    QString value(const QString &key) const;
    /** The option or variable that stands above the file; empty: none does. */
    QString setBy(const QString &key) const;
    /** What the file and what stands above it have; nothing where the standard holds. */
    std::optional<QString> given(const QString &key) const;
    /** Where changes go. */
    const QString &path() const { return m_place.writeTo; }

    /**
     * Writes these keys and leaves all others and the comments as they are; an empty value takes its key out.
     * The file is there whole, as it was or as it is to be. One that is new begins with what the system's
     * has, as that is not read any more, and only its owner may read it. The failure says why not.
     */
    Result<void> write(const QMap<QString, QString> &changes);

private:
    SettingsPlace m_place;
    QMap<QString, QString> m_values; ///< of the file
};

/** The faults of a settings file. */
struct SettingsFault {
    int line = 0; ///< from 1; 0: of the file as a whole
    QString text; ///< one sentence for people, in English: what is wrong and what to do
    bool stopsStart = true;
};

/** Everything that is wrong with the settings file @p path, by line; fails where it cannot be read. */
Result<QList<SettingsFault>> checkSettingsFile(const QString &path);

} // namespace linewatch

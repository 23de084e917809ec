// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace linewatch {

/** Where a program's settings come from, and what stood above them at its start. */
struct SettingsPlace {
    struct Override {
        QString value;
        QString by; ///< the option or the variable: --listen, LINEWATCH_LISTEN
    };

    QString readFrom;                  ///< the settings file; empty: there is none
    QString writeTo;                   ///< where changes go: the file that was named, else the user's
    QMap<QString, Override> overrides; ///< by key
};

/** The user's settings file, whether it is there or not. */
QString userSettingsFile();

} // namespace linewatch

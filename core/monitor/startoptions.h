// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/monitorsettings.h"
#include "monitor/settingsplace.h"

#include <QProcessEnvironment>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace linewatch {

/** Which program asks: they differ in what they can be started as. */
enum class Program { Server, Desktop };

/** What a program was started with, from the command line, the environment and the settings file. */
struct StartOptions {
    /** What there is besides serving. */
    enum class Action { Serve, ShowHelp, ShowVersion };

    Action action = Action::Serve;
    QString text; ///< help or version
    MonitorSettings monitor;
    bool demo = false;      ///< a temporary store and a living plant; monitor.database is not set then
    SettingsPlace settings; ///< where the settings come from
    QStringList warnings;   ///< what is wrong with the settings file without being in the way
    std::optional<quint64> demoSeed; ///< of a demo plant that shall be like the last one; LINEWATCH_DEMO_SEED
    QUrl link; ///< linewatch://..., where the desktop's window shall go; empty: where it was
    bool namesStore =
        false; ///< the command line says which store or demo, rather than leaving it to settings
};

/**
 * Reads options as the contract names them: command line before environment (LINEWATCH_LISTEN,
 * LINEWATCH_DATABASE) before settings file before default. The failure is one line for people.
 * @p arguments begins with the program's name.
 */
Result<StartOptions> readStartOptions(const QStringList &arguments, const QProcessEnvironment &environment,
                                      Program program = Program::Server);

} // namespace linewatch

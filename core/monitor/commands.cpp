// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/commands.h"

#include "monitor/backupcommand.h"
#include "monitor/checkcommand.h"
#include "monitor/exportcommand.h"
#include "monitor/importcommand.h"
#include "monitor/retaincommand.h"
#include "monitor/undocommand.h"

#include <algorithm>
#include <array>

namespace linewatch {

namespace {

struct Command {
    QLatin1String name;
    int (*run)(const CommandCall &call);
    QLatin1String does;
};

constexpr std::array commands{
    Command{QLatin1String("backup"), runBackup,
            QLatin1String("copies an SQLite store, also while it is in use")},
    Command{QLatin1String("check"), runCheck,
            QLatin1String("verifies a store or a settings file and says what it found")},
    Command{QLatin1String("export"), runExport, QLatin1String("writes what a store has into a CSV file")},
    Command{QLatin1String("import"), runImport,
            QLatin1String("takes a CSV file of machines or lines into the registry")},
    Command{QLatin1String("retain"), runRetain,
            QLatin1String("removes events that are older than the settings say")},
    Command{QLatin1String("undo"), runUndo, QLatin1String("takes back the newest change of the registry")},
};

} // namespace

std::optional<int> runCommand(const CommandCall &call)
{
    const auto command = std::ranges::find(commands, call.arguments.value(1), &Command::name);
    if (command == commands.end())
        return std::nullopt;
    return command->run(call);
}

QString commandsText()
{
    QString text;
    for (const Command &command : commands) {
        text +=
            QStringLiteral("\nlinewatchd %1 %2; see linewatchd %1 --help").arg(command.name, command.does);
    }
    return text;
}

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/checkcommand.h"

#include "monitor/checktext.h"
#include "monitor/commandline.h"
#include "monitor/commandend.h"
#include "monitor/settingsfile.h"
#include "storage/storecheck.h"

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace linewatch {

namespace {

/** What `linewatchd check` was told. */
struct CheckOptions {
    QString help;                                ///< to be shown instead of checking; empty: check
    QString file;                                ///< the settings file to check first; empty: none
    std::optional<Result<DatabaseUrl>> database; ///< nothing: no store
};

QList<QCommandLineOption> ownOptions()
{
    return {{QStringLiteral("store"),
             QStringLiteral("With --config: check the store that the settings name, too.")}};
}

Result<CheckOptions> readCheckOptions(const CommandCall &call)
{
    CommandLine line(QStringLiteral("check"),
                     QStringLiteral("Verifies a store and says what it found; changes nothing. With --config "
                                    "it verifies that settings file instead, and with --store or --database "
                                    "a store as well."),
                     QStringLiteral("Check this store, also while it is in use"));
    line.parser().addOptions(ownOptions());
    line.parser().addPositionalArgument(QStringLiteral("check"), QStringLiteral("This command."));
    const Result<QString> help = line.parse(call.arguments);
    if (!help)
        return help.failure();
    if (!help->isEmpty())
        return CheckOptions{*help, {}, {}};
    if (!line.words().isEmpty()) {
        return refused(
            Sentence(QT_TRANSLATE_NOOP("Failure", "'%1' is not understood; name the store with --database"),
                     line.words().first()));
    }
    const QString file = line.config();
    if (!file.isEmpty() && !line.namesDatabase() && !line.parser().isSet(QStringLiteral("store")))
        return CheckOptions{{}, file, {}};
    return CheckOptions{{}, file, line.database(call.environment)};
}

/** Says what is wrong with a settings file. */
int checkFileOfSettings(const QString &path)
{
    const Result<QList<SettingsFault>> faults = checkSettingsFile(path);
    if (!faults)
        return refuse(faults.failure().message);
    for (const SettingsFault &fault : *faults) {
        const QString place = fault.line > 0 ? QStringLiteral("%1:%2").arg(path).arg(fault.line) : path;
        std::printf("%s: %s%s\n", qUtf8Printable(place),
                    fault.stopsStart ? "" : "warning: ", qUtf8Printable(fault.text));
    }
    if (faults->isEmpty())
        std::printf("%s: nothing is wrong\n", qUtf8Printable(path));
    return faults->isEmpty() ? ExitDone : ExitFound;
}

/** One line that is written anew, where somebody looks at it; the last call has no words. */
void showProgress(const QString &what, std::int64_t done, std::int64_t total)
{
    if (::isatty(STDERR_FILENO) == 0)
        return;
    QString line = what;
    if (total > 0)
        line += QStringLiteral(": %1 of %2 events").arg(qlonglong{done}).arg(qlonglong{total});
    std::fprintf(stderr, "\r\033[K%s", qUtf8Printable(line));
}

int check(const DatabaseUrl &database)
{
    const Result<CheckReport> report = checkStore(database, showProgress);
    showProgress({}, 0, 0);
    if (!report)
        return refuse(report.failure().message);
    std::fputs(qUtf8Printable(checkText(database.displayText(), *report)), stdout);
    return report->faults() == 0 ? ExitDone : ExitFound;
}

} // namespace

int runCheck(const CommandCall &call)
{
    const Result<CheckOptions> options = readCheckOptions(call);
    if (const std::optional<int> ended = endedByOptions(options))
        return *ended;
    const int ofFile = options->file.isEmpty() ? ExitDone : checkFileOfSettings(options->file);
    if (ofFile == ExitRefused || !options->database)
        return ofFile;
    std::fflush(stdout);
    const Result<DatabaseUrl> &database = *options->database;
    if (!database)
        return refuse(database.failure().message);
    const int ofStore =
        runBesideSignals(call, QStringLiteral("the check was cancelled"), [&] { return check(*database); });
    return std::max(ofFile, ofStore);
}

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/checkcommand.h"

#include "monitor/checktext.h"
#include "monitor/commandline.h"
#include "monitor/commandthread.h"
#include "storage/storecheck.h"

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace linewatch {

namespace {

/** What `linewatchd check` was told. */
struct CheckOptions {
    QString help; ///< to be shown instead of checking; empty: check
    DatabaseUrl database;
};

Result<CheckOptions> readCheckOptions(const CommandCall &call)
{
    CommandLine line(QStringLiteral("check"),
                     QStringLiteral("Verifies a store and says what it found; changes nothing."),
                     QStringLiteral("Check this store, also while it is in use"));
    line.parser().addPositionalArgument(QStringLiteral("check"), QStringLiteral("This command."));
    const Result<QString> help = line.parse(call.arguments);
    if (!help)
        return help.failure();
    if (!help->isEmpty())
        return CheckOptions{*help, {}};
    if (!line.words().isEmpty()) {
        return refused(
            Sentence(QT_TRANSLATE_NOOP("Failure", "'%1' is not understood; name the store with --database"),
                     line.words().first()));
    }
    const Result<DatabaseUrl> database = line.database(call.environment);
    if (!database)
        return database.failure();
    return CheckOptions{{}, *database};
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
    if (!options)
        return refuse(options.failure().message);
    if (!options->help.isEmpty()) {
        std::fputs(qUtf8Printable(options->help), stdout);
        return ExitDone;
    }
    return runBesideSignals(
        call.termination, [&] { return check(options->database); },
        [] { std::_Exit(refuse(QStringLiteral("the check was cancelled"))); });
}

} // namespace linewatch

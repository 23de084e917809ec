// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/backupcommand.h"

#include "model/rfc3339.h"
#include "monitor/commandline.h"
#include "monitor/commandend.h"
#include "storage/storebackup.h"

#include <cstdio>

namespace linewatch {

namespace {

/** What `linewatchd backup` was told. */
struct BackupOptions {
    QString help; ///< to be shown instead of copying; empty: copy
    DatabaseUrl database;
    QString file;
};

Result<BackupOptions> readBackupOptions(const CommandCall &call)
{
    CommandLine line(QStringLiteral("backup"),
                     QStringLiteral("Copies an SQLite store into a new file, as it is at one instant."),
                     QStringLiteral("Copy this store, also while it is in use"));
    line.parser().addPositionalArgument(QStringLiteral("file"),
                                        QStringLiteral("Where the copy goes; nothing may be there yet."),
                                        QStringLiteral("backup FILE"));
    const Result<QString> help = line.parse(call.arguments);
    if (!help)
        return help.failure();
    if (!help->isEmpty())
        return BackupOptions{*help, {}, {}};
    if (line.words().size() != 1 || line.words().first().isEmpty()) {
        return refused(
            Sentence(QT_TRANSLATE_NOOP("Failure", "name one file for the backup. See backup --help.")));
    }
    const Result<DatabaseUrl> database = line.database(call.environment);
    if (!database)
        return database.failure();
    return BackupOptions{{}, *database, line.words().first()};
}

int copy(StoreBackup &backup, const QString &file)
{
    const Result<BackupSummary> done = backup.run();
    if (!done)
        return refuse(done.failure().message);
    const std::string stamp = done->newestStamp == Instant{} ? "none" : formatRfc3339(done->newestStamp);
    std::printf("%s: %lld bytes, %lld events, newest stamp %s\n", qUtf8Printable(file),
                static_cast<long long>(done->bytes), static_cast<long long>(done->events), stamp.c_str());
    return ExitDone;
}

} // namespace

int runBackup(const CommandCall &call)
{
    const Result<BackupOptions> options = readBackupOptions(call);
    if (const std::optional<int> ended = endedByOptions(options))
        return *ended;
    const Result<std::unique_ptr<StoreBackup>> backup =
        StoreBackup::prepare(options->database, options->file);
    if (!backup)
        return refuse(backup.failure().message);
    return runBesideSignals(
        call, QStringLiteral("the backup was cancelled"), [&] { return copy(**backup, options->file); },
        [&] {
            // SQLite is in the midst of one long statement, and what it still writes goes with the process.
            return (*backup)->abandon() ? CommandEnd::atOnce() : std::nullopt;
        });
}

} // namespace linewatch

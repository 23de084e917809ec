// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/undocommand.h"

#include "model/rfc3339.h"
#include "monitor/commandend.h"
#include "monitor/commandline.h"
#include "storage/sqlregistrystore.h"

namespace linewatch {

namespace {

/** What `linewatchd undo` was told. */
struct UndoOptions {
    QString help; ///< to be shown instead of undoing; empty: undo
    DatabaseUrl database;
    bool isDryRun = false;
};

Result<UndoOptions> readOptions(const CommandCall &call)
{
    CommandLine line(QStringLiteral("undo"),
                     QStringLiteral("Takes back the newest change of the registry of machines and lines, and "
                                    "says which it was. The next time it takes back the one before."),
                     QStringLiteral("Change the registry of this store, also while it is in use"));
    const QCommandLineOption dryRun(QStringLiteral("dry-run"),
                                    QStringLiteral("Say what would be taken back, and change nothing."));
    line.parser().addOption(dryRun);
    const Result<QString> help = line.parse(call.arguments);
    if (!help)
        return help.failure();
    if (!help->isEmpty())
        return UndoOptions{*help, {}};
    if (!line.words().isEmpty()) {
        return refused(
            Sentence(QT_TRANSLATE_NOOP("Failure", "'%1' is not understood; name the store with --database"),
                     line.words().first()));
    }
    const Result<DatabaseUrl> database = line.database(call.environment);
    if (!database)
        return database.failure();
    return UndoOptions{{}, *database, line.parser().isSet(dryRun)};
}

/** 'import of machines.csv, made 2026-01-15T12:00:00Z, 1950 entries' */
QString changeText(const MadeChange &change)
{
    const QString what = change.what.isEmpty() ? QStringLiteral("a change") : change.what;
    const QString entries =
        change.entries == 1 ? QStringLiteral("1 entry") : QStringLiteral("%1 entries").arg(change.entries);
    return QStringLiteral("%1, made %2, %3")
        .arg(what, QString::fromStdString(formatRfc3339(change.at)), entries);
}

int undo(const UndoOptions &options)
{
    const Result<std::unique_ptr<SqlRegistryStore>> store = SqlRegistryStore::open(options.database);
    if (!store)
        return refuse(store.failure().message);
    const Result<std::optional<MadeChange>> last = (*store)->lastChange();
    if (!last)
        return refuse(last.failure().message);
    if (!*last)
        return say(QStringLiteral("there is nothing to undo\n"));
    const QString text = changeText(**last);
    if (options.isDryRun)
        return say(QStringLiteral("would undo: %1\n").arg(text));
    const Result<std::int64_t> undone = (*store)->undo((*last)->number);
    if (undone)
        return say(QStringLiteral("undone: %1\n").arg(text));
    const int refusal = refuse(QStringLiteral("%1: %2").arg(text, undone.failure().message));
    return undone.failure().kind == Failure::Kind::Refused ? int{ExitFound} : refusal;
}

} // namespace

int runUndo(const CommandCall &call)
{
    const Result<UndoOptions> options = readOptions(call);
    if (const std::optional<int> ended = endedByOptions(options))
        return *ended;
    // Undoing is a transaction: there is all of it or nothing.
    return runBesideSignals(call, QStringLiteral("the undo was cancelled"), [&] { return undo(*options); });
}

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/importcommand.h"

#include "model/systemclock.h"
#include "monitor/commandend.h"
#include "monitor/commandline.h"
#include "monitor/importtext.h"
#include "monitor/registryfile.h"
#include "storage/sqlregistrystore.h"

namespace linewatch {

namespace {

/** What `linewatchd import` was told. */
struct ImportOptions {
    QString help; ///< to be shown instead of importing; empty: import
    DatabaseUrl database;
    RegistryKind kind = RegistryKind::Machines;
    QString file;
    bool isDryRun = false;
};

Result<ImportOptions> readOptions(const CommandCall &call)
{
    CommandLine line(QStringLiteral("import"),
                     QStringLiteral("Takes a CSV file of machines or lines into the registry, as "
                                    "export machines and export lines write it. Says of each row what it "
                                    "changes or why it is refused."),
                     QStringLiteral("Change the registry of this store, also while it is in use"));
    const QCommandLineOption dryRun(QStringLiteral("dry-run"),
                                    QStringLiteral("Say what would change, and change nothing."));
    line.parser().addPositionalArgument(QStringLiteral("what"), QStringLiteral("machines or lines."),
                                        QStringLiteral("import machines|lines"));
    line.parser().addPositionalArgument(QStringLiteral("file"), QStringLiteral("The CSV file."),
                                        QStringLiteral("FILE"));
    line.parser().addOption(dryRun);
    const Result<QString> help = line.parse(call.arguments);
    if (!help)
        return help.failure();
    if (!help->isEmpty())
        return ImportOptions{*help, {}, {}, {}};
    const std::optional<RegistryKind> kind = kindNamed(line.words().value(0));
    if (line.words().size() != 2 || !kind)
        return refused(Sentence(QT_TRANSLATE_NOOP(
            "Failure", "say what to import, machines or lines, and from which file. See import --help.")));
    const Result<DatabaseUrl> database = line.database(call.environment);
    if (!database)
        return database.failure();
    return ImportOptions{{}, *database, *kind, line.words().last(), line.parser().isSet(dryRun)};
}

Result<RegistryImport> takeIn(const ImportOptions &options)
{
    const Result<std::unique_ptr<SqlRegistryStore>> store = SqlRegistryStore::open(options.database);
    if (!store)
        return store.failure();
    const Result<Registry> registry = (*store)->read();
    if (!registry)
        return registry.failure();
    const Instant now = SystemClock().now();
    Result<RegistryImport> import = previewFile(options.kind, options.file, *registry, now);
    if (!import)
        return import;
    if (options.isDryRun || import->changing() == 0)
        return import;
    if (const Result<std::int64_t> done = (*store)->apply(import->change(importName(options.file)), now);
        !done)
        return done.failure();
    return import;
}

int import(const ImportOptions &options)
{
    const Result<RegistryImport> import = takeIn(options);
    if (!import)
        return refuse(import.failure().message);
    say(importText(*import, !options.isDryRun));
    return import->refused() == 0 ? ExitDone : ExitFound;
}

} // namespace

int runImport(const CommandCall &call)
{
    const Result<ImportOptions> options = readOptions(call);
    if (const std::optional<int> ended = endedByOptions(options))
        return *ended;
    // A change is a transaction: there is all of it or nothing.
    return runBesideSignals(call, QStringLiteral("the import was cancelled"),
                            [&] { return import(*options); });
}

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/retention.h"
#include "monitor/settingkeys.h"
#include "storage/databaseurl.h"

#include <QCommandLineParser>
#include <QProcessEnvironment>
#include <QSettings>

#include <memory>
#include <optional>

namespace linewatch {

/** Where the values of options come from, the nearest first: command line, environment, settings file. */
class OptionSources
{
public:
    /**
     * The settings file is the one that @p config names, else the user's, else the system's; there may be
     * none. @p parser and @p environment must outlive the sources.
     */
    static Result<std::unique_ptr<OptionSources>> open(const QCommandLineParser &parser,
                                                       const QProcessEnvironment &environment,
                                                       const QCommandLineOption &config);

    /** Nothing when no source has it; an empty variable of the environment is none. */
    std::optional<QString> value(const QCommandLineOption &option, const QString &variable,
                                 const QString &key) const;
    /** The same for what has no option, as others can read the command line of a process. */
    std::optional<QString> secret(const QString &variable, const QString &key) const;
    /** What the settings file says, as it is written there; nothing when it does not have the key. */
    std::optional<QString> setting(const QString &key) const;
    /** The same as a function, for as long as this lives. */
    SettingValues settings() const;
    /** The settings file; empty when there is none. */
    const QString &file() const { return m_file; }
    /** What is wrong in it without being in the way, such as keys that there are not. One line for people
     * each. */
    QStringList warnings() const;
    /** Which option or variable gives a value in place of the settings file; empty: none. */
    QString setBy(const QCommandLineOption &option, const QString &variable) const;

private:
    OptionSources(const QCommandLineParser &parser, const QProcessEnvironment &environment,
                  const QString &file)
        : m_parser(parser)
        , m_environment(environment)
        , m_file(file)
        , m_settings(file, QSettings::IniFormat)
    {
    }

    const QCommandLineParser &m_parser;
    const QProcessEnvironment &m_environment;
    const QString m_file;
    QSettings m_settings;
};

/** A failure of options: one line for people. */
Failure refused(const Sentence &message);

/** --database, with the store's place by default; @p does says what becomes of the store. */
QCommandLineOption databaseOption(const QString &does);
/** --config */
QCommandLineOption configOption();

/** Fails where @p path, unless it is empty, is no file that can be read and named to a driver. */
Result<void> checkFile(const QString &path);
/** Fails where one file of what TLS needs lacks another. */
Result<void> checkTlsFiles(const TlsFiles &files);

/** The store that was named, else the one in the user's data folder. */
Result<DatabaseUrl> readDatabase(const OptionSources &sources, const QCommandLineOption &database);
/** The same for one that is named by @p url, where it is named, with the secrets and files of @p settings. */
Result<DatabaseUrl> readDatabase(const std::optional<QString> &url, const SettingValues &settings);

/** How long the settings want raw events kept. */
Result<Retention> readRetention(const SettingValues &settings);

} // namespace linewatch

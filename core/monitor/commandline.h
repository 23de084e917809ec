// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/optionsources.h"

namespace linewatch {

/** The command line of a command that works on a store: --help, --database, --config and what it adds. */
class CommandLine
{
public:
    /** Texts for the help; @p databaseDoes says what becomes of the store. */
    CommandLine(QString name, const QString &description, const QString &databaseDoes);

    /** For the command's own options and arguments, before parse(). */
    QCommandLineParser &parser() { return m_parser; }
    const QCommandLineParser &parser() const { return m_parser; }

    /** The help where it was asked for, to be shown instead of anything else; empty: go on. */
    Result<QString> parse(const QStringList &arguments);
    /** What stands after the command's name and is no option. */
    QStringList words() const { return m_parser.positionalArguments().mid(1); }
    /** The settings file that --config names; empty: none. */
    QString config() const { return m_parser.value(m_config); }
    bool namesDatabase() const { return m_parser.isSet(m_database); }
    /** Where its values come from. */
    Result<std::unique_ptr<OptionSources>> sources(const QProcessEnvironment &environment) const;
    /** The store to work on, from the command line, the environment or the settings file. */
    Result<DatabaseUrl> database(const QProcessEnvironment &environment) const;

private:
    QString m_name;
    QCommandLineParser m_parser;
    QCommandLineOption m_help;
    QCommandLineOption m_database;
    QCommandLineOption m_config;
};

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/commandline.h"

namespace linewatch {

CommandLine::CommandLine(QString name, const QString &description, const QString &databaseDoes)
    : m_name(std::move(name))
    , m_help({QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help."))
    , m_database(databaseOption(databaseDoes))
    , m_config(configOption())
{
    m_parser.setApplicationDescription(description);
    m_parser.addOptions({m_help, m_database, m_config});
}

Result<QString> CommandLine::parse(const QStringList &arguments)
{
    if (!m_parser.parse(arguments))
        return refused(Sentence("%1 See %2 --help.", m_parser.errorText(), m_name));
    return m_parser.isSet(m_help) ? m_parser.helpText() : QString();
}

Result<std::unique_ptr<OptionSources>> CommandLine::sources(const QProcessEnvironment &environment) const
{
    return OptionSources::open(m_parser, environment, m_config);
}

Result<DatabaseUrl> CommandLine::database(const QProcessEnvironment &environment) const
{
    const auto from = sources(environment);
    if (!from)
        return from.failure();
    return readDatabase(**from, m_database);
}

} // namespace linewatch

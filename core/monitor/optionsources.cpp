// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/optionsources.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace linewatch {

namespace {

/** What was named, else the user's, else the system's; empty when there is none. */
Result<QString> settingsFile(const QCommandLineParser &parser, const QCommandLineOption &config)
{
    if (!parser.isSet(config))
        return QStandardPaths::locate(QStandardPaths::GenericConfigLocation,
                                      QStringLiteral("linewatch/linewatch.ini"));
    const QString path = parser.value(config);
    if (!QFileInfo(path).isReadable())
        return refused(Sentence(QT_TRANSLATE_NOOP("Failure", "cannot read the settings file %1"), path));
    return path;
}

} // namespace

Result<std::unique_ptr<OptionSources>> OptionSources::open(const QCommandLineParser &parser,
                                                           const QProcessEnvironment &environment,
                                                           const QCommandLineOption &config)
{
    const Result<QString> file = settingsFile(parser, config);
    if (!file)
        return file.failure();
    std::unique_ptr<OptionSources> sources(new OptionSources(parser, environment, *file));
    if (sources->m_settings.status() != QSettings::NoError)
        return refused(Sentence(QT_TRANSLATE_NOOP("Failure", "the settings file %1 is no INI file"), *file));
    return sources;
}

std::optional<QString> OptionSources::value(const QCommandLineOption &option, const QString &variable,
                                            const QString &key) const
{
    if (m_parser.isSet(option))
        return m_parser.value(option);
    if (const QString value = m_environment.value(variable); !value.isEmpty())
        return value;
    return setting(key);
}

std::optional<QString> OptionSources::secret(const QString &variable, const QString &key) const
{
    if (m_environment.contains(variable))
        return m_environment.value(variable);
    return setting(key);
}

std::optional<QString> OptionSources::setting(const QString &key) const
{
    if (!m_settings.contains(key))
        return std::nullopt;
    return m_settings.value(key).toStringList().join(QLatin1Char(',')); // Qt takes a comma for a list
}

Failure refused(const Sentence &message)
{
    return {Failure::Kind::Refused, message};
}

QCommandLineOption databaseOption(const QString &does)
{
    return {QStringLiteral("database"),
            does
                + QStringLiteral(": sqlite:/path/file.db or mysql://USER@HOST:PORT[,HOST:PORT...]/NAME."
                                 " Default: linewatch.db in the user's data folder."),
            QStringLiteral("url")};
}

QCommandLineOption configOption()
{
    return {QStringLiteral("config"),
            QStringLiteral("Read this settings file instead of the user's or the system's."),
            QStringLiteral("file")};
}

namespace {

/** What a URL does not say: secrets and files. */
Result<void> readAccess(const OptionSources &sources, MySqlDatabase &database)
{
    database.password =
        sources.secret(QStringLiteral("LINEWATCH_DB_PASSWORD"), QStringLiteral("store/password"))
            .value_or(QString());
    const auto file = [&sources](const char *key) {
        return sources.setting(QStringLiteral("store/") + QLatin1String(key)).value_or(QString());
    };
    TlsFiles &tls = database.tls;
    tls = {file("tlsCa"), file("tlsCertificate"), file("tlsKey")};
    if (tls.certificate.isEmpty() != tls.key.isEmpty() || (tls.ca.isEmpty() && !tls.key.isEmpty())) {
        return refused(Sentence(QT_TRANSLATE_NOOP(
            "Failure",
            "the settings store/tlsCertificate and store/tlsKey go together, and with store/tlsCa")));
    }
    for (const QString &path : {tls.ca, tls.certificate, tls.key}) {
        // A semicolon would end it where the driver takes its options apart.
        if (!path.isEmpty() && (!QFileInfo(path).isReadable() || path.contains(QLatin1Char(';'))))
            return refused(Sentence(QT_TRANSLATE_NOOP("Failure", "cannot read the file %1"), path));
    }
    return {};
}

} // namespace

Result<DatabaseUrl> readDatabase(const OptionSources &sources, const QCommandLineOption &database)
{
    const std::optional<QString> text =
        sources.value(database, QStringLiteral("LINEWATCH_DATABASE"), QStringLiteral("store/database"));
    if (!text) {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
        return DatabaseUrl{folder + QStringLiteral("/linewatch/linewatch.db")};
    }
    Result<DatabaseUrl> url = DatabaseUrl::parse(*text);
    if (url && url->mysql) {
        if (Result<void> done = readAccess(sources, *url->mysql); !done)
            return done.failure();
    }
    return url;
}

Result<Retention> readRetention(const OptionSources &sources)
{
    const QString key = QStringLiteral("store/retentionDays");
    const std::optional<QString> text = sources.setting(key);
    if (!text)
        return Retention{};
    bool isNumber = false;
    const int value = text->toInt(&isNumber);
    if (!isNumber || value < 0 || std::chrono::days{value} > Retention::LongestAge) {
        return refused(
            Sentence(QT_TRANSLATE_NOOP("Failure", "the setting %1 is a whole number from %2 to %3, not '%4'"),
                     key, QString::number(0), QString::number(Retention::LongestAge.count()), *text));
    }
    return Retention{std::chrono::days{value}};
}

} // namespace linewatch

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

SettingValues OptionSources::settings() const
{
    return [this](const QString &key) { return setting(key); };
}

QStringList OptionSources::warnings() const
{
    QStringList warnings;
    for (const QString &key : m_settings.allKeys()) {
        const SettingKey *known = findSettingKey(key);
        if (!known) {
            warnings += QStringLiteral("%1: %2").arg(m_file, unknownSetting(key).english());
        } else if (known->effect
                   == SettingKey::Effect::Window) { // the others are refused where they are read
            if (const Result<void> good = checkSetting(*known, setting(key).value_or(QString())); !good)
                warnings += QStringLiteral("%1: %2").arg(m_file, good.failure().message);
        }
    }
    return warnings;
}

QString OptionSources::setBy(const QCommandLineOption &option, const QString &variable) const
{
    if (m_parser.isSet(option))
        return QStringLiteral("--") + option.names().constFirst();
    return m_environment.value(variable).isEmpty() ? QString() : variable;
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

Result<void> checkFile(const QString &path)
{
    // A semicolon would end it where the driver takes its options apart.
    if (!path.isEmpty() && (!QFileInfo(path).isReadable() || path.contains(QLatin1Char(';'))))
        return refused(Sentence(QT_TRANSLATE_NOOP("Failure", "cannot read the file %1"), path));
    return {};
}

Result<void> checkTlsFiles(const TlsFiles &files)
{
    if (files.certificate.isEmpty() == files.key.isEmpty() && (!files.ca.isEmpty() || files.key.isEmpty()))
        return {};
    return refused(Sentence(QT_TRANSLATE_NOOP(
        "Failure", "the settings store/tlsCertificate and store/tlsKey go together, and with store/tlsCa")));
}

namespace {

/** What a URL does not say: secrets and files. */
Result<void> readAccess(const SettingValues &settings, MySqlDatabase &database)
{
    const auto text = [&settings](const char *key) {
        return settings(QLatin1String(key)).value_or(QString());
    };
    database.password = text("store/password");
    database.tls = {text("store/tlsCa"), text("store/tlsCertificate"), text("store/tlsKey")};
    if (Result<void> whole = checkTlsFiles(database.tls); !whole)
        return whole;
    for (const QString &path : {database.tls.ca, database.tls.certificate, database.tls.key}) {
        if (Result<void> readable = checkFile(path); !readable)
            return readable;
    }
    return {};
}

} // namespace

Result<DatabaseUrl> readDatabase(const std::optional<QString> &url, const SettingValues &settings)
{
    if (!url) {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
        return DatabaseUrl{folder + QStringLiteral("/linewatch/linewatch.db")};
    }
    Result<DatabaseUrl> database = DatabaseUrl::parse(*url);
    if (database && database->mysql) {
        if (Result<void> done = readAccess(settings, *database->mysql); !done)
            return done.failure();
    }
    return database;
}

Result<DatabaseUrl> readDatabase(const OptionSources &sources, const QCommandLineOption &database)
{
    const QString password = QStringLiteral("store/password");
    return readDatabase(
        sources.value(database, QStringLiteral("LINEWATCH_DATABASE"), QStringLiteral("store/database")),
        [&](const QString &key) {
            return key == password ? sources.secret(QStringLiteral("LINEWATCH_DB_PASSWORD"), key)
                                   : sources.setting(key);
        });
}

Result<Retention> readRetention(const SettingValues &settings)
{
    const Result<std::optional<qint64>> days = wholeSetting(settings, QStringLiteral("store/retentionDays"));
    if (!days)
        return days.failure();
    return Retention{std::chrono::days{days->value_or(0)}};
}

} // namespace linewatch

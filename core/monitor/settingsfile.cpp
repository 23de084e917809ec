// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/settingsfile.h"

#include "monitor/inifile.h"
#include "monitor/optionsources.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace linewatch {

namespace {

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(Sentence(QT_TRANSLATE_NOOP("Failure", "cannot read the settings file %1"), path));
    return file.readAll();
}

Failure notWritten(const QString &path, const QString &why)
{
    return refused(
        Sentence(QT_TRANSLATE_NOOP("Failure", "cannot write the settings file %1: %2"), path, why));
}

Result<void> save(const QString &path, const QByteArray &text)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return refused(Sentence(QT_TRANSLATE_NOOP("Failure", "cannot make a folder in %1"), folder));
    const bool isNew = !QFileInfo::exists(path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(path, file.errorString());
    if (isNew) // a password may be in it
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(text);
    return file.commit() ? Result<void>{} : notWritten(path, file.errorString());
}

} // namespace

QString userSettingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/linewatch/linewatch.ini");
}

SettingsFile::SettingsFile(SettingsPlace place) : m_place(std::move(place))
{
    if (m_place.readFrom.isEmpty())
        return;
    const QSettings file(m_place.readFrom, QSettings::IniFormat);
    for (const QString &key : file.allKeys())
        m_values.insert(key, file.value(key).toStringList().join(QLatin1Char(',')));
}

std::optional<QString> SettingsFile::given(const QString &key) const
{
    if (const auto above = m_place.overrides.find(key); above != m_place.overrides.end())
        return above->value;
    if (const auto own = m_values.find(key); own != m_values.end())
        return *own;
    return std::nullopt;
}

QString SettingsFile::value(const QString &key) const
{
    if (const std::optional<QString> value = given(key))
        return *value;
    const SettingKey *known = findSettingKey(key);
    return known ? QString(known->standard) : QString();
}

QString SettingsFile::setBy(const QString &key) const
{
    return m_place.overrides.value(key).by;
}

Result<void> SettingsFile::write(const QMap<QString, QString> &changes)
{
    const QString from = QFileInfo::exists(m_place.writeTo) ? m_place.writeTo : m_place.readFrom;
    const bool isThere = QFileInfo::exists(from);
    const Result<QByteArray> before = isThere ? contentOf(from) : Result<QByteArray>(QByteArray());
    if (!before)
        return before.failure();
    IniFile file(*before);
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (change.value().isEmpty())
            file.remove(change.key());
        else
            file.set(change.key(), change.value());
    }
    if (Result<void> saved = save(m_place.writeTo, file.text()); !saved)
        return saved;
    m_place.readFrom = m_place.writeTo;
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (change.value().isEmpty())
            m_values.remove(change.key());
        else
            m_values.insert(change.key(), change.value());
    }
    return {};
}

} // namespace linewatch

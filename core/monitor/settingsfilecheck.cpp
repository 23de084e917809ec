// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/inifile.h"
#include "monitor/optionsources.h"
#include "monitor/settingsfile.h"

#include <QFile>
#include <QSet>

#include <algorithm>

namespace linewatch {

namespace {

class FileCheck
{
public:
    FileCheck(const QString &path, const QByteArray &text)
        : m_settings(path, QSettings::IniFormat)
        , m_entries(IniFile(text).entries())
    {
    }

    QList<SettingsFault> run()
    {
        checkLines();
        const bool isIni = m_settings.status() == QSettings::NoError;
        if (!isIni && m_faults.isEmpty())
            add(0,
                QStringLiteral("this is no INI file; write sections such as [server] and lines KEY=VALUE"));
        for (const QString &key : m_settings.allKeys())
            checkKey(key);
        checkTogether();
        std::ranges::stable_sort(m_faults, {}, &SettingsFault::line);
        return std::move(m_faults);
    }

private:
    void checkLines()
    {
        QSet<QString> seen;
        for (const IniFile::Entry &entry : m_entries) {
            if (entry.key.isEmpty())
                add(entry.line,
                    QStringLiteral("this line is no KEY=VALUE; a comment begins with a semicolon"));
            else if (seen.contains(entry.key))
                add(entry.line,
                    entry.key + QStringLiteral(" is here again, and only the last counts; remove one"),
                    false);
            seen.insert(entry.key);
        }
    }

    void checkKey(const QString &key)
    {
        const SettingKey *known = findSettingKey(key);
        if (!known) {
            const QString what = unknownSetting(key).english();
            const bool asks = what.endsWith(QLatin1Char('?'));
            add(lineOf(key),
                what + (asks ? QStringLiteral(" Correct or remove it") : QStringLiteral("; remove it")),
                false);
            return;
        }
        if (const Result<void> good = checkSetting(*known, value(key)); !good)
            add(lineOf(key), good.failure().message, known->effect != SettingKey::Effect::Window);
    }

    void checkTogether()
    {
        const TlsFiles files{value(QStringLiteral("store/tlsCa")),
                             value(QStringLiteral("store/tlsCertificate")),
                             value(QStringLiteral("store/tlsKey"))};
        if (const Result<void> whole = checkTlsFiles(files); !whole)
            add(std::max(lineOf(QStringLiteral("store/tlsCertificate")),
                         lineOf(QStringLiteral("store/tlsKey"))),
                whole.failure().message);
    }

    QString value(const QString &key) const
    {
        return m_settings.value(key).toStringList().join(QLatin1Char(','));
    }

    /** Of several, the last is the one that is read. */
    int lineOf(const QString &key) const
    {
        const auto found = std::find_if(m_entries.crbegin(), m_entries.crend(),
                                        [&key](const IniFile::Entry &entry) { return entry.key == key; });
        return found != m_entries.crend() ? found->line : 0;
    }

    void add(int line, const QString &text, bool stopsStart = true)
    {
        m_faults += SettingsFault{line, text, stopsStart};
    }

    const QSettings m_settings;
    const QList<IniFile::Entry> m_entries;
    QList<SettingsFault> m_faults;
};

} // namespace

Result<QList<SettingsFault>> checkSettingsFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(Sentence(QT_TRANSLATE_NOOP("Failure", "cannot read the settings file %1"), path));
    return FileCheck(path, file.readAll()).run();
}

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/inifile.h"

#include <algorithm>

namespace linewatch {

namespace {

/** In the file, keys without a section and those of the section General are the same. */
QString keyIn(const QString &section, const QByteArray &name)
{
    QString key = QString::fromUtf8(QByteArray::fromPercentEncoding(name));
    key.replace(QLatin1Char('\\'), QLatin1Char('/'));
    return section.isEmpty() ? key : section + QLatin1Char('/') + key;
}

QString sectionOf(const QByteArray &line)
{
    const QByteArray name = line.mid(1, line.indexOf(']') - 1).trimmed();
    if (name.compare("general", Qt::CaseInsensitive) == 0)
        return {};
    return QString::fromUtf8(QByteArray::fromPercentEncoding(name));
}

bool isPlain(QChar letter)
{
    static const QString marks = QStringLiteral("_-./:@+[]");
    return letter.unicode() < 128 && (letter.isLetterOrNumber() || marks.contains(letter));
}

} // namespace

IniFile::IniFile(const QByteArray &text) : m_lines(text.split('\n'))
{
    if (m_lines.last().isEmpty())
        m_lines.removeLast();
    scan();
}

void IniFile::scan()
{
    m_entries.clear();
    QString section;
    bool goesOn = false;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const QByteArray line = m_lines[i].trimmed();
        const bool isRest = std::exchange(goesOn, line.endsWith('\\'));
        if (isRest || line.isEmpty() || line.startsWith(';'))
            continue;
        if (line.startsWith('[')) {
            section = sectionOf(line);
            continue;
        }
        const qsizetype equals = line.indexOf('=');
        m_entries += Entry{equals < 0 ? QString() : keyIn(section, line.left(equals).trimmed()),
                           static_cast<int>(i) + 1};
    }
}

/** The line behind its last entry; a section that there is not is added. */
qsizetype IniFile::endOfSection(const QString &section)
{
    const auto isHead = [&section](const QByteArray &line) {
        return line.trimmed().startsWith('[') && sectionOf(line.trimmed()) == section;
    };
    const auto head = std::ranges::find_if(m_lines, isHead);
    if (head == m_lines.end()) {
        if (!m_lines.isEmpty())
            m_lines += QByteArray();
        m_lines += '[' + section.toUtf8() + ']';
        return m_lines.size();
    }
    auto end = std::find_if(std::next(head), m_lines.end(),
                            [](const QByteArray &line) { return line.trimmed().startsWith('['); });
    while (std::prev(end)->trimmed().isEmpty())
        --end;
    return end - m_lines.begin();
}

void IniFile::set(const QString &key, const QString &value)
{
    const qsizetype slash = key.indexOf(QLatin1Char('/'));
    const QByteArray line = key.mid(slash + 1).toUtf8() + '=' + iniValue(value);
    // Of several, the last is the one that counts.
    const auto last = std::find_if(m_entries.crbegin(), m_entries.crend(),
                                   [&key](const Entry &entry) { return entry.key == key; });
    if (last != m_entries.crend())
        m_lines[last->line - 1] = line;
    else
        m_lines.insert(endOfSection(key.left(slash)), line);
    scan();
}

void IniFile::remove(const QString &key)
{
    for (auto entry = m_entries.crbegin(); entry != m_entries.crend(); ++entry) {
        if (entry->key == key)
            m_lines.removeAt(entry->line - 1);
    }
    scan();
}

QByteArray IniFile::text() const
{
    QByteArray text = m_lines.join('\n');
    return text.isEmpty() ? text : text + '\n';
}

QByteArray iniValue(const QString &value)
{
    QString text = value;
    if (text.startsWith(QLatin1Char('@')))
        text.prepend(QLatin1Char('@')); // QSettings takes one for the beginning of a type
    if (!text.isEmpty() && std::ranges::all_of(text, isPlain))
        return text.toUtf8();
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return '"' + text.toUtf8() + '"';
}

} // namespace linewatch

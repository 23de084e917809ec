// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

namespace linewatch {

/**
 * The text of an INI file by lines, for what QSettings does not tell or keep: on which line something stands,
 * and comments. It knows sections, keys and comments; values it leaves to QSettings. A value over several
 * lines, which QSettings reads, is not found here.
 */
class IniFile
{
public:
    explicit IniFile(const QByteArray &text);

    struct Entry {
        QString key;  ///< with its section; empty: the line is neither key, section, comment nor blank
        int line = 0; ///< from 1
    };
    const QList<Entry> &entries() const { return m_entries; }

    /** Gives @p key that value, in its place where it has one, else at the end of its section. */
    void set(const QString &key, const QString &value);
    void remove(const QString &key);
    QByteArray text() const;

private:
    void scan();
    qsizetype endOfSection(const QString &section);

    QList<QByteArray> m_lines;
    QList<Entry> m_entries;
};

/** A value as QSettings reads it back: in quotes where it has anything but plain letters. */
QByteArray iniValue(const QString &value);

} // namespace linewatch

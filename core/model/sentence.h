// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <utility>

namespace linewatch {

/**
 * Words for people: in English, for the wire and for logs, and in the language of the window at the moment at
 * which they were put together. A program that installs no translator has English twice. Any thread.
 */
class Sentence
{
public:
    Sentence() = default;
    /** Words that no dictionary has: names, numbers, what others say. */
    Sentence(const QString &words) // NOLINT(google-explicit-constructor): the same in both languages
        : Sentence(words, words)
    {
    }
    Sentence(QString english, QString translated)
        : m_english(std::move(english))
        , m_translated(std::move(translated))
    {
    }
    /**
     * @p english stands in QT_TRANSLATE_NOOP("Failure", ...), so that it comes into translations/, and has
     * %1, %2 and so on for @p parts, each of them a QString or a Sentence.
     */
    template <class... Parts>
    explicit Sentence(const char *english, const Parts &...parts)
        : Sentence(filled(QString::fromUtf8(english), Sentence(parts).english()...),
                   filled(QCoreApplication::translate("Failure", english), Sentence(parts).translated()...))
    {
    }

    const QString &english() const { return m_english; }
    const QString &translated() const { return m_translated; }

private:
    /** All at once, or a name that has a %2 in it would be filled, too. */
    template <class... Parts>
    static QString filled(const QString &words, const Parts &...parts)
    {
        if constexpr (sizeof...(parts) == 0)
            return words;
        else
            return words.arg(parts...);
    }

    QString m_english;
    QString m_translated;
};

} // namespace linewatch

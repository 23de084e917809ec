// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

class QLocale;

namespace linewatch::ui {

/**
 * The words of a language, for as long as this lives. English has a file too: its plurals. A language that we
 * do not have is English throughout; one that we have brings Qt's own texts along, where Qt has them.
 */
class Translations
{
public:
    explicit Translations(const QLocale &locale);
    ~Translations();
    Translations(const Translations &) = delete;
    Translations &operator=(const Translations &) = delete;

    /** What is made from now on speaks this language; what is on screen already does not change by itself. */
    void use(const QLocale &locale);

private:
    void remove();

    QTranslator m_english;
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace linewatch::ui {

Translations::Translations(const QLocale &locale)
{
    use(locale);
}

Translations::~Translations()
{
    remove();
}

void Translations::use(const QLocale &locale)
{
    remove();
    const QString folder = QStringLiteral(":/linewatch/translations");
    // What is installed last is asked first: English stands in for what a language does not have.
    if (m_english.load(QStringLiteral("linewatch_en"), folder))
        QCoreApplication::installTranslator(&m_english);
    const QString separator = QStringLiteral("_");
    if (!m_ours.load(locale, QStringLiteral("linewatch"), separator, folder))
        return;
    const QString qtFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (m_qt.load(locale, QStringLiteral("qtbase"), separator, qtFolder))
        QCoreApplication::installTranslator(&m_qt);
    QCoreApplication::installTranslator(&m_ours);
}

void Translations::remove()
{
    for (QTranslator *translator : {&m_ours, &m_qt, &m_english})
        QCoreApplication::removeTranslator(translator);
}

} // namespace linewatch::ui

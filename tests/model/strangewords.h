// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTranslator>

namespace linewatch::test {

/** Says every word in a language that is easy to tell from English. Installed for as long as it lives. */
class StrangeWords final : public QTranslator
{
public:
    StrangeWords() { QCoreApplication::installTranslator(this); }

    QString translate(const char *context, const char *source, const char * /*disambiguation*/,
                      int /*n*/) const override
    {
        return QLatin1String(context) + QLatin1Char('>') + QString::fromUtf8(source);
    }
    bool isEmpty() const override { return false; }
};

} // namespace linewatch::test

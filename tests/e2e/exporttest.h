// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "e2e/servertest.h"
#include "support/programrun.h"

#include <QFile>

namespace linewatch::test {

/** `linewatchd export` beside a running server. */
class ExportTest : public ServerTest
{
    Q_OBJECT

protected:
    /** Where exports go. */
    QString target(const QString &name) const { return m_target.filePath(name); }
    QString targetFolder() const { return m_target.path(); }

    QStringList options(const QString &kind, Micros from, Micros to, const QString &output)
    {
        return {
            u"export"_s,  kind,          u"--from"_s, wireTime(from),  u"--to"_s,
            wireTime(to), u"--output"_s, output,      u"--database"_s, u"sqlite:"_s + server().storeFile()};
    }

    ProgramRun run(const QStringList &arguments, const QString &locale = {}) const
    {
        QProcessEnvironment environment = isolatedEnvironment(folder().path());
        if (!locale.isEmpty())
            environment.insert(u"LC_ALL"_s, locale);
        return runProgram(QStringLiteral(LINEWATCHD_FILE), arguments, environment);
    }

    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot read");
    }

private:
    QTemporaryDir m_target;
};

} // namespace linewatch::test

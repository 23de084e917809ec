// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "e2e/servertest.h"
#include "support/programrun.h"

#include <QDir>
#include <QFile>

namespace linewatch::test {

/** `linewatchd backup` and `linewatchd check` beside a running server. */
class BackupTest : public ServerTest
{
    Q_OBJECT

protected:
    /** Where copies go. */
    QString target(const QString &name) const { return m_target.filePath(name); }
    QString targetFolder() const { return m_target.path(); }
    /** What is there under a name, and hidden files and folders of any name. */
    QStringList namesLike(const QString &name) const
    {
        return QDir(m_target.path())
            .entryList({name + u'*', u".*"_s}, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    ProgramRun run(const QStringList &arguments) const
    {
        return runProgram(QStringLiteral(LINEWATCHD_FILE), arguments, isolatedEnvironment(folder().path()));
    }
    QStringList backupTo(const QString &file)
    {
        return {u"backup"_s, file, u"--database"_s, u"sqlite:"_s + server().storeFile()};
    }
    ProgramRun check(const QString &file) const
    {
        return run({u"check"_s, u"--database"_s, u"sqlite:"_s + file});
    }

    static void checkRefused(const ProgramRun &run, const QByteArray &word)
    {
        QVERIFY(run.finished);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.error.contains(word), run.error.constData());
        QCOMPARE(run.error.count('\n'), 1);
        QVERIFY(run.error.startsWith("linewatchd: "));
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

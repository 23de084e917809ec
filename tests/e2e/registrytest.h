// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "e2e/backuptest.h"

namespace linewatch::test {

/** `linewatchd import`, `export` and `undo` of the registry beside a running server. */
class RegistryTest : public BackupTest
{
    Q_OBJECT

protected:
    QStringList here() { return {u"--database"_s, u"sqlite:"_s + server().storeFile()}; }
    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(target(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }
    ProgramRun importOf(const QString &kind, const QString &file, const QStringList &further = {})
    {
        return run(QStringList{u"import"_s, kind, file} + here() + further);
    }
    QByteArray exportOf(const QString &kind, const QStringList &further = {})
    {
        const ProgramRun run = this->run(QStringList{u"export"_s, kind} + here() + further);
        return run.exitCode == 0 ? run.output : "failed: " + run.error;
    }
    ProgramRun undo(const QStringList &further = {})
    {
        return run(QStringList{u"undo"_s} + here() + further);
    }
};

} // namespace linewatch::test

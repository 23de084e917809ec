// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/machinetext.h"

#include <QDate>
#include <QFile>
#include <QSysInfo>
#include <QThread>

#include <sqlite3.h>

namespace linewatch::bench {

namespace {

/** What follows the colon of the first line of @p file that begins with @p field. */
QString fieldOf(const QString &file, const char *field)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray &line : source.readAll().split('\n')) {
        if (line.startsWith(field))
            return QString::fromUtf8(line.mid(line.indexOf(':') + 1).trimmed());
    }
    return {};
}

/** The load of the minute before: other work on the machine makes the figures worse. */
QString loadBefore()
{
    QFile file(QStringLiteral("/proc/loadavg"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll().split(' ').first()) : QString();
}

} // namespace

QString machineText()
{
    const qint64 memoryKb =
        fieldOf(QStringLiteral("/proc/meminfo"), "MemTotal").split(u' ').first().toLongLong();
    return QStringLiteral("%1: %2 processors (%3), %4 GB, %5, Linux %6, SQLite %7, load before %8")
        .arg(QDate::currentDate().toString(Qt::ISODate))
        .arg(QThread::idealThreadCount())
        .arg(fieldOf(QStringLiteral("/proc/cpuinfo"), "model name"))
        .arg(memoryKb / 1'000'000)
        .arg(QSysInfo::prettyProductName(), QSysInfo::kernelVersion(),
             QString::fromLatin1(sqlite3_libversion()), loadBefore());
}

} // namespace linewatch::bench

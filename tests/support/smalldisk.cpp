// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/smalldisk.h"

#include <QFile>
#include <QStorageInfo>

#include <cerrno>
#include <cstring>

#include <sys/mount.h>

namespace linewatch::test {

SmallDisk::SmallDisk(int megabytes)
{
    const QByteArray size = "mode=0777,size=" + QByteArray::number(megabytes) + "m";
    if (::mount("tmpfs", QFile::encodeName(path()).constData(), "tmpfs", 0, size.constData()) != 0)
        m_problem =
            QStringLiteral("cannot mount a small disk: %1").arg(QString::fromLocal8Bit(std::strerror(errno)));
}

SmallDisk::~SmallDisk()
{
    if (m_problem.isEmpty() && ::umount2(QFile::encodeName(path()).constData(), MNT_DETACH) != 0)
        qWarning("cannot unmount %s", qPrintable(path()));
}

void SmallDisk::fill(int leave)
{
    QFile file(ballast());
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        qFatal("cannot fill the disk: %s", qPrintable(file.errorString()));
    const QByteArray block(4096, 'x');
    while (QStorageInfo(path()).bytesAvailable() > leave * 1024LL && file.write(block) == block.size()) { }
}

void SmallDisk::empty()
{
    QFile::remove(ballast());
}

} // namespace linewatch::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/storelock.h"

#include "model/systemreason.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace linewatch {

const StoreLock::Words StoreLock::OfStore{
    QT_TRANSLATE_NOOP("Failure",
                      "the store %1 is in use by another Linewatch process; stop that one or choose another "
                      "store with --database"),
    QT_TRANSLATE_NOOP("Failure", "cannot make the folder %1 for the store; choose another with --database")};

Result<std::unique_ptr<StoreLock>> StoreLock::acquire(const QString &databasePath, const Words &words)
{
    const QString folder = QFileInfo(databasePath).absolutePath();
    if (!QDir().mkpath(folder))
        return Failure{Failure::Kind::Refused, Sentence(words.noFolder, folder)};
    // A link leads to the same store, so it must lead to the same lock.
    const QFileInfo file(databasePath);
    const QString path = (file.exists() ? file.canonicalFilePath() : databasePath) + QStringLiteral(".lock");
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return Failure{Failure::Kind::Refused,
                       Sentence(QT_TRANSLATE_NOOP("Failure", "cannot open the store %1: %2 (%3)"),
                                databasePath, systemReason(errno), path)};
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        ::close(descriptor);
        if (error == EWOULDBLOCK)
            return Failure{Failure::Kind::Refused, Sentence(words.inUse, databasePath)};
        return Failure{Failure::Kind::Refused,
                       Sentence(QT_TRANSLATE_NOOP("Failure", "cannot lock the store %1: %2"), databasePath,
                                systemReason(error))};
    }
    return std::unique_ptr<StoreLock>(new StoreLock(descriptor));
}

StoreLock::~StoreLock()
{
    ::close(m_descriptor);
}

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/filesink.h"

#include "model/systemreason.h"
#include "report/devicesink.h"
#include "report/writeall.h"
#include "storage/renaming.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace linewatch {

namespace {

constexpr mode_t usualMode = 0666; // less what the umask takes

Failure refused(const Sentence &message)
{
    return {Failure::Kind::Refused, message};
}

QByteArray pathOfDescriptor(int descriptor)
{
    return "/proc/self/fd/" + QByteArray::number(descriptor);
}

QString hiddenNameBeside(const QString &path)
{
    return QFileInfo(path).absolutePath() + QStringLiteral("/.linewatch-")
        + QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".part");
}

} // namespace

Result<std::unique_ptr<ExportSink>> FileSink::open(const QString &path, Temporary temporary)
{
    const QFileInfo target(path);
    if (target.isDir())
        return refused(Sentence(QT_TRANSLATE_NOOP("Failure", "%1 is a folder; name a file in it"), path));
    if (target.exists() && !target.isFile())
        return DeviceSink::open(path);
    if (target.exists() && !target.isWritable())
        return refused(Sentence(
            QT_TRANSLATE_NOOP("Failure", "cannot write %1: it is there and may not be changed"), path));
    std::unique_ptr<FileSink> sink(
        new FileSink(target.exists() ? target.canonicalFilePath() : target.absoluteFilePath()));
    if (Result<void> opened = sink->openTemporary(temporary); !opened)
        return opened.failure();
    return std::unique_ptr<ExportSink>(std::move(sink));
}

FileSink::FileSink(QString path) : m_path(std::move(path)) { }

FileSink::~FileSink()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    if (!m_hidden.isEmpty())
        ::unlink(QFile::encodeName(m_hidden).constData());
}

Result<void> FileSink::openTemporary(Temporary temporary)
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!QFileInfo(folder).isDir())
        return refused(
            Sentence(QT_TRANSLATE_NOOP("Failure", "cannot write %1: there is no folder %2"), m_path, folder));
    const bool isOpen = (temporary == Temporary::NamelessIfItCan && openNameless()) || openHidden();
    if (!isOpen || !keepPermissions())
        return failureOf(Failure::Kind::Refused, errno);
    return {};
}

/** False, with nothing open, where the file system or the lack of /proc stands against it. */
bool FileSink::openNameless()
{
    const QString folder = QFileInfo(m_path).absolutePath();
    m_descriptor = ::open(QFile::encodeName(folder).constData(), O_TMPFILE | O_WRONLY | O_CLOEXEC, usualMode);
    if (m_descriptor < 0)
        return false;
    if (::access(pathOfDescriptor(m_descriptor).constData(), F_OK) == 0)
        return true;
    ::close(m_descriptor);
    m_descriptor = -1;
    return false;
}

bool FileSink::openHidden()
{
    const QString name = hiddenNameBeside(m_path);
    m_descriptor =
        ::open(QFile::encodeName(name).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, usualMode);
    if (m_descriptor < 0)
        return false;
    m_hidden = name;
    return true;
}

/** Those of the file that is there already. */
bool FileSink::keepPermissions() const
{
    struct stat former {
    };
    if (::stat(QFile::encodeName(m_path).constData(), &former) != 0)
        return true;
    return ::fchmod(m_descriptor, former.st_mode & 0777) == 0;
}

Result<void> FileSink::write(QByteArrayView bytes)
{
    if (const int error = writeAll(m_descriptor, bytes); error != 0)
        return failureOf(Failure::Kind::Unavailable, error);
    return {};
}

/** A file without a name cannot take the place of another: it gets a hidden one first. */
bool FileSink::nameTemporary()
{
    if (!m_hidden.isEmpty())
        return true;
    const QString name = hiddenNameBeside(m_path);
    if (::linkat(AT_FDCWD, pathOfDescriptor(m_descriptor).constData(), AT_FDCWD,
                 QFile::encodeName(name).constData(), AT_SYMLINK_FOLLOW)
        != 0)
        return false;
    m_hidden = name;
    return true;
}

Result<void> FileSink::commit()
{
    // A file system may keep 'no space' to itself until it has to write.
    if (::fsync(m_descriptor) != 0 || !nameTemporary())
        return failureOf(Failure::Kind::Unavailable, errno);
    if (::rename(QFile::encodeName(m_hidden).constData(), QFile::encodeName(m_path).constData()) != 0)
        return failureOf(Failure::Kind::Unavailable, errno);
    m_hidden.clear();
    syncFolder(QFileInfo(m_path).absolutePath());
    return {};
}

Failure FileSink::failureOf(Failure::Kind kind, int error) const
{
    return {kind, Sentence(QT_TRANSLATE_NOOP("Failure", "cannot write %1: %2"), m_path, systemReason(error))};
}

} // namespace linewatch

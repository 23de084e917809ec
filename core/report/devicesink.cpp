// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/devicesink.h"

#include "model/systemreason.h"
#include "report/writeall.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace linewatch {

namespace {

Failure cannotWrite(Failure::Kind kind, const Sentence &name, int error)
{
    return {kind, Sentence(QT_TRANSLATE_NOOP("Failure", "cannot write %1: %2"), name, systemReason(error))};
}

} // namespace

DeviceSink::DeviceSink(int descriptor, Sentence name) : m_descriptor(descriptor), m_name(std::move(name)) { }

DeviceSink::~DeviceSink()
{
    ::close(m_descriptor);
}

Result<std::unique_ptr<ExportSink>> DeviceSink::open(const QString &path)
{
    return make(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CLOEXEC), path);
}

Result<std::unique_ptr<ExportSink>> DeviceSink::standardOutput()
{
    return make(::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0),
                Sentence(QT_TRANSLATE_NOOP("Failure", "to standard output")));
}

/** Right after the system call that gave @p descriptor or failed. */
Result<std::unique_ptr<ExportSink>> DeviceSink::make(int descriptor, const Sentence &name)
{
    if (descriptor < 0)
        return cannotWrite(Failure::Kind::Refused, name, errno);
    return std::unique_ptr<ExportSink>(new DeviceSink(descriptor, name));
}

Result<void> DeviceSink::write(QByteArrayView bytes)
{
    if (const int error = writeAll(m_descriptor, bytes); error != 0)
        return cannotWrite(Failure::Kind::Unavailable, m_name, error);
    return {};
}

Result<void> DeviceSink::commit()
{
    return {};
}

} // namespace linewatch

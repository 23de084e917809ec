// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/devicesink.h"

#include <QFile>

#include <unistd.h>

namespace linewatch {

DeviceSink::DeviceSink(std::unique_ptr<QIODevice> device, QString name)
    : m_device(std::move(device))
    , m_name(std::move(name))
{
}

Result<std::unique_ptr<ExportSink>> DeviceSink::standardOutput()
{
    auto file = std::make_unique<QFile>();
    const QString name = QStringLiteral("to standard output");
    if (!file->open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return Failure{Failure::Kind::Refused,
                       QStringLiteral("cannot write %1: %2").arg(name, file->errorString())};
    }
    return std::unique_ptr<ExportSink>(std::make_unique<DeviceSink>(std::move(file), name));
}

Result<void> DeviceSink::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 written = m_device->write(bytes.data(), bytes.size());
        if (written <= 0) {
            return Failure{Failure::Kind::Unavailable,
                           QStringLiteral("cannot write %1: %2").arg(m_name, m_device->errorString())};
        }
        bytes = bytes.sliced(written);
    }
    return {};
}

Result<void> DeviceSink::commit()
{
    return {};
}

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/exportsink.h"

#include <QIODevice>

#include <memory>

namespace linewatch {

/** Streams into a device that has no name to be kept clean, such as standard output. */
class DeviceSink final : public ExportSink
{
public:
    /** @p device is open for writing; @p name is what people call it. */
    DeviceSink(std::unique_ptr<QIODevice> device, QString name);

    /** Standard output of this process. */
    static Result<std::unique_ptr<ExportSink>> standardOutput();

    Result<void> write(QByteArrayView bytes) override;
    Result<void> commit() override;

private:
    std::unique_ptr<QIODevice> m_device;
    QString m_name;
};

} // namespace linewatch

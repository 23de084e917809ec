// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/exportsink.h"

#include <QString>

#include <memory>

namespace linewatch {

/** Streams into what has no name to be kept clean: standard output, a pipe, a device. */
class DeviceSink final : public ExportSink
{
public:
    static Result<std::unique_ptr<ExportSink>> open(const QString &path);
    /** Standard output of this process. */
    static Result<std::unique_ptr<ExportSink>> standardOutput();
    ~DeviceSink() override;
    Q_DISABLE_COPY_MOVE(DeviceSink)

    Result<void> write(QByteArrayView bytes) override;
    Result<void> commit() override;

private:
    /** @p descriptor becomes its own; @p name is what people call it. */
    DeviceSink(int descriptor, Sentence name);
    static Result<std::unique_ptr<ExportSink>> make(int descriptor, const Sentence &name);

    const int m_descriptor;
    const Sentence m_name;
};

} // namespace linewatch

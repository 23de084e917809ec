// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/exportsink.h"

#include <QString>

#include <memory>

namespace linewatch {

/**
 * A file that appears under its name whole or not at all. Until commit() its bytes are in a file of the same
 * folder without any name (O_TMPFILE), which the kernel takes back whatever ends the process; where the file
 * system has no such files, in a hidden one, .linewatch-*.part, which only a kill leaves behind. What was
 * there under the name stays until the new file takes its place.
 */
class FileSink final : public ExportSink
{
public:
    /** What the bytes are in until commit(). */
    enum class Temporary { NamelessIfItCan, Hidden };

    /** A link is followed. What is there and is no file, such as a pipe, is written into as it is. */
    static Result<std::unique_ptr<ExportSink>> open(const QString &path,
                                                    Temporary temporary = Temporary::NamelessIfItCan);
    ~FileSink() override;
    Q_DISABLE_COPY_MOVE(FileSink)

    Result<void> write(QByteArrayView bytes) override;
    Result<void> commit() override;

private:
    explicit FileSink(QString path);

    Result<void> openTemporary(Temporary temporary);
    bool openNameless();
    bool openHidden();
    bool keepPermissions() const;
    bool nameTemporary();
    Failure failureOf(Failure::Kind kind, int error) const;

    const QString m_path;
    QString m_hidden; ///< the name that the bytes have for the time being; empty: none
    int m_descriptor = -1;
};

} // namespace linewatch

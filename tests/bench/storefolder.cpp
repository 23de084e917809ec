// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/storefolder.h"

#include "bench/childprocess.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace linewatch::bench {

Result<StoreFolder> StoreFolder::make(const QString &parent)
{
    QDir().mkpath(parent);
    auto folder = std::make_unique<QTemporaryDir>(parent + QStringLiteral("/store-XXXXXX"));
    if (!folder->isValid())
        return Failure{Failure::Kind::Unavailable, folder->errorString()};
    const int descriptor = ::open(QFile::encodeName(folder->path()).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0 || ::syncfs(descriptor) != 0)
        return systemFailure(folder->path());
    ::close(descriptor);
    return StoreFolder(std::move(folder));
}

} // namespace linewatch::bench

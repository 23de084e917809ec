// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"

#include <QTemporaryDir>

#include <memory>

namespace linewatch::bench {

/** A new folder for one store, removed with it. Before it is handed out, the disk has taken what it owes. */
class StoreFolder
{
public:
    static Result<StoreFolder> make(const QString &parent);

    QString file() const { return m_folder->filePath(QStringLiteral("linewatch.db")); }

private:
    explicit StoreFolder(std::unique_ptr<QTemporaryDir> folder) : m_folder(std::move(folder)) { }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace linewatch::bench

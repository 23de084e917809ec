// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

namespace linewatch::test {

/** A disk of a few megabytes, in memory, that can be filled up. Needs the right to mount. */
class SmallDisk
{
public:
    explicit SmallDisk(int megabytes);
    /** What was written to it is gone. */
    ~SmallDisk();
    Q_DISABLE_COPY_MOVE(SmallDisk)

    /** Why there is none; empty: it is there. */
    const QString &problem() const { return m_problem; }
    QString path() const { return m_folder.path(); }

    /** Takes all that is free but that many kilobytes. */
    void fill(int leave = 0);
    /** Gives back what fill() took. */
    void empty();

private:
    QString ballast() const { return m_folder.filePath(QStringLiteral("ballast")); }

    QTemporaryDir m_folder;
    QString m_problem;
};

} // namespace linewatch::test

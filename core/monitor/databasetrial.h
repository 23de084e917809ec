// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/settingkeys.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

class QThread;

namespace linewatch {

/** Tries databases on a thread of its own, one at a time, for no longer than somebody wants to wait. */
class DatabaseTrial : public QObject
{
    Q_OBJECT

public:
    explicit DatabaseTrial(std::chrono::milliseconds limit = std::chrono::seconds{15},
                           QObject *parent = nullptr);

    /** Tries the database that @p settings name. One that is tried already is not heard of any more. */
    void start(const SettingValues &settings, const QString &inUse = {});
    /** What is tried ends by itself and is not heard of any more. */
    void cancel();
    bool isRunning() const { return m_limit.isActive(); }

signals:
    /** @p text is for people: what it is like, or what is wrong and what to do. */
    void finished(bool isGood, const QString &text);

private:
    void finish(bool isGood, const QString &text);

    QTimer m_limit; ///< runs while something is tried
    QPointer<QThread> m_thread;
};

} // namespace linewatch

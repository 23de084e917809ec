// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/databasetrial.h"

#include "monitor/optionsources.h"
#include "storage/trydatabase.h"

#include <QThread>

#include <memory>

namespace linewatch {

DatabaseTrial::DatabaseTrial(std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent)
    , m_limit(this)
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(limit);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        const Sentence why(QT_TRANSLATE_NOOP("Failure",
                                             "there was no answer in %1 seconds; check the host, the port "
                                             "and whether a firewall is between"),
                           QString::number(m_limit.interval() / 1'000));
        finish(false, why.translated());
    });
}

void DatabaseTrial::start(const SettingValues &settings, const QString &inUse)
{
    cancel();
    m_limit.start();
    const Result<DatabaseUrl> url = readDatabase(settings(QStringLiteral("store/database")), settings);
    if (!url) {
        finish(false, url.failure().shown);
        return;
    }
    const auto result = std::make_shared<Result<Sentence>>(Sentence());
    // It belongs to nobody: a driver that waits for a server cannot be hurried.
    m_thread = QThread::create([result, database = *url, inUse] { *result = tryDatabase(database, inUse); });
    connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    connect(m_thread, &QThread::finished, this, [this, result, thread = m_thread.data()] {
        if (thread != m_thread)
            return;
        finish(result->ok(), result->ok() ? (*result)->translated() : result->failure().shown);
    });
    m_thread->start();
}

void DatabaseTrial::cancel()
{
    m_limit.stop();
    m_thread.clear();
}

void DatabaseTrial::finish(bool isGood, const QString &text)
{
    cancel();
    emit finished(isGood, text);
}

} // namespace linewatch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clock.h"
#include "model/reportrequest.h"
#include "report/registryimport.h"
#include "storage/databaseurl.h"

#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace linewatch {

using RegistryImportPtr = std::shared_ptr<const RegistryImport>;

/**
 * Changes the registry of a store from a window: on a thread of its own, one thing after the other, over
 * connections of its own. What comes of each is heard on the thread that made the editor, which needs an
 * event loop, as long as the object is there that was given with it. Reading is for LatestQuery and
 * EventReader::registry().
 */
class RegistryEditor : public QObject
{
    Q_OBJECT

public:
    template <class T>
    using Heard = std::function<void(const Result<T> &)>;

    /** @p clock must outlive it. */
    RegistryEditor(DatabaseUrl database, const Clock &clock);
    /** Does what was asked for, and waits for it; nobody hears of it any more. */
    ~RegistryEditor() override;

    /** Gives the revision then, see RegistryStore::apply(). */
    void apply(RegistryChange change, QObject *context, Heard<std::int64_t> heard);
    /** What undo() can take back. */
    void lastChange(QObject *context, Heard<std::optional<MadeChange>> heard);
    /** Gives the revision then, see RegistryStore::undo(). */
    void undo(std::int64_t number, QObject *context, Heard<std::int64_t> heard);
    /** Reads a file beside the registry as it is. Pipes and devices are refused, as they may never end. */
    void preview(RegistryKind kind, const QString &path, QObject *context, Heard<RegistryImportPtr> heard);
    /** Applies what was previewed; @p what as in RegistryChange. Gives the revision then. */
    void takeIn(RegistryImportPtr import, const QString &what, QObject *context, Heard<std::int64_t> heard);
    /** Writes the registry into a file, which is whole or not there; gives the rows in it. */
    void save(RegistryKind kind, CsvPreset preset, const QString &path, QObject *context,
              Heard<std::int64_t> heard);

signals:
    /** Emitted in the editor's thread, heard in the object's; it carries nothing, see m_heard. */
    void answered(QPrivateSignal);

private:
    using Task = std::function<void(Result<RegistryStore *> store)>;

    template <class T>
    void ask(std::function<Result<T>(RegistryStore &store)> work, QObject *context, Heard<T> heard);
    void add(Task task);
    void tell(std::function<void()> heard);
    void run();
    void handOver();

    const DatabaseUrl m_database;
    const Clock &m_clock;

    std::mutex m_mutex;
    std::condition_variable m_wanted;
    std::deque<Task> m_tasks;
    std::vector<std::function<void()>> m_heard; ///< not called yet
    bool m_ending = false;

    std::thread m_thread; ///< last, so that it finds the rest made
};

} // namespace linewatch

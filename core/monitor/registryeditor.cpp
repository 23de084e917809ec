// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/registryeditor.h"

#include "monitor/registryfile.h"
#include "monitor/threadrank.h"
#include "storage/sqlregistrystore.h"

#include <QPointer>

namespace linewatch {

RegistryEditor::RegistryEditor(DatabaseUrl database, const Clock &clock)
    : m_database(std::move(database))
    , m_clock(clock)
{
    connect(this, &RegistryEditor::answered, this, &RegistryEditor::handOver, Qt::QueuedConnection);
    m_thread = std::thread(&RegistryEditor::run, this);
}

RegistryEditor::~RegistryEditor()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_wanted.notify_one();
    m_thread.join();
}

void RegistryEditor::apply(RegistryChange change, QObject *context, Heard<std::int64_t> heard)
{
    ask<std::int64_t>([this, change = std::move(change)](
                          RegistryStore &store) { return store.apply(change, m_clock.now()); },
                      context, std::move(heard));
}

void RegistryEditor::lastChange(QObject *context, Heard<std::optional<MadeChange>> heard)
{
    ask<std::optional<MadeChange>>([](RegistryStore &store) { return store.lastChange(); }, context,
                                   std::move(heard));
}

void RegistryEditor::undo(std::int64_t number, QObject *context, Heard<std::int64_t> heard)
{
    ask<std::int64_t>([number](RegistryStore &store) { return store.undo(number); }, context,
                      std::move(heard));
}

void RegistryEditor::preview(const QString &path, QObject *context, Heard<MachineImport> heard)
{
    ask<MachineImport>(
        [this, path](RegistryStore &store) -> Result<MachineImport> {
            const Result<Registry> registry = store.read();
            if (!registry)
                return registry.failure();
            return previewFile(path, *registry, m_clock.now());
        },
        context, std::move(heard));
}

template <class T>
void RegistryEditor::ask(std::function<Result<T>(RegistryStore &store)> work, QObject *context,
                         Heard<T> heard)
{
    add([this, work = std::move(work), listener = QPointer<QObject>(context),
         heard = std::move(heard)](Result<RegistryStore *> store) {
        auto answer = std::make_shared<const Result<T>>(store ? work(**store) : Result<T>(store.failure()));
        tell([listener, heard, answer] {
            if (listener)
                heard(*answer);
        });
    });
}

void RegistryEditor::add(Task task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_wanted.notify_one();
}

void RegistryEditor::tell(std::function<void()> heard)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_heard.push_back(std::move(heard));
    }
    emit answered(QPrivateSignal());
}

void RegistryEditor::run()
{
    goBehindTheWindow();
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wanted.wait(lock, [this] { return m_ending || !m_tasks.empty(); });
        if (m_tasks.empty())
            return;
        const Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        Result<std::unique_ptr<SqlRegistryStore>> store = SqlRegistryStore::open(m_database);
        task(store ? Result<RegistryStore *>(store->get()) : Result<RegistryStore *>(store.failure()));
        lock.lock();
    }
}

void RegistryEditor::handOver()
{
    std::vector<std::function<void()>> heard;
    {
        const std::scoped_lock lock(m_mutex);
        heard.swap(m_heard);
    }
    for (const std::function<void()> &each : heard)
        each();
}

} // namespace linewatch

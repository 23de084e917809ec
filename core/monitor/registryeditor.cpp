// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/registryeditor.h"

#include "monitor/registryfile.h"
#include "monitor/threadrank.h"
#include "report/filesink.h"
#include "report/registryreport.h"
#include "storage/sqlregistrystore.h"

#include <QFileInfo>
#include <QPointer>

namespace linewatch {

namespace {

bool isNoFile(const QString &path)
{
    const QFileInfo there(path);
    return there.exists() && !there.isFile();
}

} // namespace

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

void RegistryEditor::preview(RegistryKind kind, const QString &path, QObject *context,
                             Heard<RegistryImportPtr> heard)
{
    ask<RegistryImportPtr>(
        [this, kind, path](RegistryStore &store) -> Result<RegistryImportPtr> {
            if (isNoFile(path))
                return Failure{Failure::Kind::Refused,
                               Sentence(QT_TRANSLATE_NOOP("Failure", "%1 is no file"), path)};
            const Result<Registry> registry = store.read();
            if (!registry)
                return registry.failure();
            Result<RegistryImport> import = previewFile(kind, path, *registry, m_clock.now());
            if (!import)
                return import.failure();
            return std::make_shared<const RegistryImport>(std::move(*import));
        },
        context, std::move(heard));
}

void RegistryEditor::takeIn(RegistryImportPtr import, const QString &what, QObject *context,
                            Heard<std::int64_t> heard)
{
    ask<std::int64_t>([this, import = std::move(import), what](
                          RegistryStore &store) { return store.apply(import->change(what), m_clock.now()); },
                      context, std::move(heard));
}

void RegistryEditor::save(RegistryKind kind, CsvPreset preset, const QString &path, QObject *context,
                          Heard<std::int64_t> heard)
{
    ask<std::int64_t>(
        [kind, preset, path](RegistryStore &store) -> Result<std::int64_t> {
            const Result<Registry> registry = store.read();
            if (!registry)
                return registry.failure();
            const Result<std::unique_ptr<ExportSink>> sink = FileSink::open(path);
            if (!sink)
                return sink.failure();
            return writeRegistry(kind, *registry, CsvFormat::ofThisProcess(preset), **sink);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/filledstores.h"

#include "bench/figures.h"
#include "bench/measuredserver.h"
#include "bench/progress.h"

#include <QDir>
#include <QFile>

namespace linewatch::bench {

namespace {

constexpr std::int64_t daysUs = std::int64_t{30} * 86'400'000'000;

/** Beside a kept store: what its stream was, so that answers can still be told right from wrong. */
QString noteFile(const QString &file)
{
    return file + QStringLiteral(".stream");
}

} // namespace

Result<FilledStore> FilledStores::withEvents(std::int64_t events)
{
    if (const auto known = m_stores.find(events); known != m_stores.end())
        return known->second;
    const Result<QString> file = place(events);
    if (!file)
        return file.failure();
    std::optional<FilledStore> store = kept(*file, events);
    if (!store) {
        store = FilledStore{*file, planEndingNow(m_settings.seed, IdKind::Random, events, daysUs / events),
                            events};
        if (Result<void> filled = fill(*store); !filled)
            return filled.failure();
    }
    m_stores.emplace(events, *store);
    return *store;
}

Result<QString> FilledStores::place(std::int64_t events)
{
    if (!m_settings.keptStores.isEmpty()) {
        const QString folder = QDir(m_settings.keptStores).absoluteFilePath(QString::number(events));
        if (!QDir().mkpath(folder))
            return Failure{Failure::Kind::Refused, QStringLiteral("%1 cannot be made").arg(folder)};
        return folder + QStringLiteral("/linewatch.db");
    }
    Result<StoreFolder> folder = StoreFolder::make(m_settings.folder);
    if (!folder)
        return folder.failure();
    m_folders.push_back(std::move(*folder));
    return m_folders.back().file();
}

std::optional<FilledStore> FilledStores::kept(const QString &file, std::int64_t events) const
{
    QFile note(noteFile(file));
    if (!note.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArrayList words = note.readAll().trimmed().split(' ');
    if (words.size() != 3)
        return std::nullopt;
    FilledStore store{file, {}, events};
    store.stream.seed = words[0].toULongLong();
    store.stream.startUs = words[1].toLongLong();
    store.stream.stepUs = words[2].toLongLong();
    return store;
}

Result<void> FilledStores::fill(const FilledStore &store) const
{
    for (const char *end : {"", "-wal", "-shm"})
        QFile::remove(store.file + QString::fromLatin1(end)); // of a filling that was cut short
    tell(QStringLiteral("filling a store with %1 events").arg(countText(static_cast<double>(store.events))));
    const Result<LoadResult> load = postIntoNewServer(m_settings, store.stream, store.events, store.file);
    if (!load)
        return load.failure();
    QFile note(noteFile(store.file));
    if (!note.open(QIODevice::WriteOnly))
        return Failure{Failure::Kind::Unavailable, note.errorString()};
    note.write(QByteArray::number(qulonglong{store.stream.seed}) + ' '
               + QByteArray::number(qlonglong{store.stream.startUs}) + ' '
               + QByteArray::number(qlonglong{store.stream.stepUs}) + '\n');
    return {};
}

Result<StoreFolder> copyOf(const FilledStore &store, const QString &parent)
{
    Result<StoreFolder> folder = StoreFolder::make(parent);
    if (folder && !QFile::copy(store.file, folder->file()))
        return Failure{Failure::Kind::Unavailable, QStringLiteral("%1 cannot be copied").arg(store.file)};
    return folder;
}

} // namespace linewatch::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/damagedstore.h"

#include "model/systemreason.h"
#include "storage/renaming.h"
#include "storage/storestate.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>

namespace linewatch {

namespace {

/** What is looked for lies in the pages that a store began with. */
constexpr qint64 searchedBytes = 1'048'576;
/** As the migrator runs it; SQLite keeps the text, from CREATE TABLE on without IF NOT EXISTS. */
constexpr char journalStatement[] =
    "CREATE TABLE schema_step (migration INTEGER NOT NULL, step INTEGER NOT NULL";

constexpr qint64 smallestDatabase = 512; // SQLite's smallest page
constexpr qsizetype pageBytes = 4'096;   // SQLite's own choice, which stores are made with
/** How the only page of a small table without row ids begins (https://www.sqlite.org/fileformat.html). */
constexpr char leafOfSuchATable = '\x0A';

/** The schema is in the first page, as text. */
bool holdsSchema(const QByteArray &beginning)
{
    return beginning.contains(journalStatement) && beginning.contains('\0');
}

/** Table store_state is one of the pages behind it. */
bool holdsState(const QByteArray &beginning)
{
    for (qsizetype at = pageBytes; at + pageBytes <= beginning.size(); at += pageBytes) {
        const QByteArrayView page = QByteArrayView(beginning).sliced(at, pageBytes);
        if (page.front() == leafOfSuchATable && page.contains(QByteArrayView(storestate::KeySeed)))
            return true;
    }
    return false;
}

/** The log goes first: beside a store that is put in the place of this one it would be taken for its own. */
const std::array<QString, 3> &endings()
{
    static const std::array<QString, 3> all{QStringLiteral("-wal"), QStringLiteral("-shm"), QString()};
    return all;
}

bool isFree(const QString &name)
{
    return std::ranges::none_of(endings(), [&name](const QString &ending) {
        const QFileInfo file(name + ending);
        return file.exists() || file.isSymLink();
    });
}

QString freeName(const QString &path, Instant now)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    const QString name = path + QStringLiteral(".damaged-")
        + QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(QStringLiteral("yyyyMMdd'T'hhmmss'Z'"));
    QString free = name;
    for (int i = 2; !isFree(free); ++i)
        free = QStringLiteral("%1-%2").arg(name).arg(i);
    return free;
}

/** 0, or an errno. What is not there needs no other name. */
int renameAll(const QString &from, const QString &to)
{
    for (const QString &ending : endings()) {
        const int error = renameUnlessThere(from + ending, to + ending);
        if (error != 0 && !(error == ENOENT && !ending.isEmpty()))
            return error;
    }
    syncFolder(QFileInfo(from).absolutePath());
    return 0;
}

} // namespace

bool wasStoreOfOurs(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray beginning = file.read(searchedBytes);
    return holdsSchema(beginning) || holdsState(beginning);
}

bool wasEmptied(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() && file.size() == 0
        && QFileInfo(file.canonicalFilePath() + QStringLiteral("-wal")).size() > 0;
}

bool isTooShort(const QString &path)
{
    const qint64 size = QFileInfo(path).size();
    return size > 0 && size < smallestDatabase;
}

Failure setAside(const QString &path, Instant now)
{
    const QString store = QFileInfo(path).canonicalFilePath(); // its log lies beside it, not beside a link
    const QString aside = freeName(store, now);
    if (const int error = renameAll(store, aside); error != 0) {
        return {
            Failure::Kind::Damaged,
            Sentence(QT_TRANSLATE_NOOP("Failure",
                                       "the store %1 is damaged and could not be set aside as %2: %3; move "
                                       "it and what is beside it away, copy a backup to its place and "
                                       "start again"),
                     store, aside, systemReason(error))};
    }
    return {
        Failure::Kind::Damaged,
        Sentence(QT_TRANSLATE_NOOP("Failure",
                                   "the store %1 is damaged and was set aside as %2; to restore, copy a "
                                   "backup to the old place and start again (without a backup a start "
                                   "makes a new store); linewatchd check --database sqlite:%2 says what is "
                                   "wrong"),
                 store, aside)};
}

} // namespace linewatch

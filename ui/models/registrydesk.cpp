// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/registrydesk.h"

namespace linewatch::ui {

namespace {

constexpr std::chrono::milliseconds lookPeriod{2'000};
/** A machine that is new by its first event does not raise the revision, so the whole is read now and then.
 */
constexpr int looksBetweenReadings = 4;

} // namespace

RegistryDesk::RegistryDesk(QObject *parent) : QObject(parent)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &RegistryDesk::look);
}

void RegistryDesk::setStore(StoreQueries *queries, RegistryEditor *editor, const StateRules &rules)
{
    m_news.cancel();
    ++m_storeNumber;
    m_queries = queries;
    m_editor = editor;
    m_rules = rules;
    m_known = nullptr;
    m_problem.clear();
    m_lastChange.reset();
    m_isBusy = false;
    emit stateChanged();
    readAgain();
}

void RegistryDesk::watch(QObject *watcher)
{
    if (m_watchers.contains(watcher))
        return;
    m_watchers.insert(watcher);
    connect(watcher, &QObject::destroyed, this, [this, watcher] { unwatch(watcher); });
    if (m_watchers.size() == 1)
        readAgain();
}

void RegistryDesk::unwatch(QObject *watcher)
{
    m_watchers.remove(watcher);
    watcher->disconnect(this);
    if (!m_watchers.isEmpty())
        return;
    m_next.stop();
    m_news.cancel();
}

void RegistryDesk::readAgain()
{
    m_looks = looksBetweenReadings;
    look();
}

void RegistryDesk::look()
{
    m_next.stop();
    if (m_watchers.isEmpty())
        return;
    const bool isWhole = !m_known || m_looks >= looksBetweenReadings;
    m_looks = isWhole ? 0 : m_looks + 1;
    const std::optional<std::int64_t> revision =
        isWhole ? std::nullopt : std::optional(m_known->registry.revision);
    m_news.ask(
        m_queries, [revision](EventReader &reader) { return readNews(reader, revision); },
        [this](const Result<News> &news, std::chrono::milliseconds) { hear(news); });
}

Result<RegistryDesk::News> RegistryDesk::readNews(EventReader &reader,
                                                  std::optional<std::int64_t> knownRevision)
{
    const Result<std::int64_t> revision = reader.registryRevision();
    if (!revision)
        return revision.failure();
    if (knownRevision == *revision)
        return News{*revision, nullptr};
    Result<KnownRegistryPtr> known = readKnownRegistry(reader);
    if (!known)
        return known.failure();
    return News{*revision, std::move(*known)};
}

void RegistryDesk::hear(const Result<News> &news)
{
    m_next.start(lookPeriod);
    if (!news) {
        m_problem = news.failure().shown;
        m_looks = looksBetweenReadings;
        emit readFailed(m_problem);
        return;
    }
    const bool wasLost = !m_problem.isEmpty();
    m_problem.clear();
    if (news->known) {
        const bool isOther = !m_known || m_known->registry.revision != news->revision;
        m_known = news->known;
        if (isOther)
            askLastChange();
    }
    if (news->known || wasLost)
        emit read();
}

void RegistryDesk::askLastChange()
{
    if (!m_editor)
        return;
    m_editor->lastChange(this, [this, editor = m_editor](const Result<std::optional<MadeChange>> &change) {
        if (editor != m_editor)
            return;
        m_lastChange = change ? *change : std::nullopt;
        emit stateChanged();
    });
}

void RegistryDesk::apply(RegistryChange change, QObject *context, Heard heard)
{
    if (!canChange())
        return;
    m_isBusy = true;
    emit stateChanged();
    MadeChange made{
        0, {}, change.what, static_cast<std::int64_t>(change.machines.size() + change.lines.size())};
    m_editor->apply(std::move(change), this,
                    [this, made, editor = m_editor, listener = QPointer<QObject>(context),
                     heard = std::move(heard)](const Result<std::int64_t> &revision) mutable {
                        if (editor != m_editor)
                            return;
                        settle();
                        if (listener)
                            heard(revision);
                        if (!revision)
                            return;
                        made.number = *revision;
                        emit changed(made);
                    });
}

void RegistryDesk::undo()
{
    if (!canChange() || !m_lastChange)
        return;
    m_isBusy = true;
    emit stateChanged();
    m_editor->undo(m_lastChange->number, this,
                   [this, made = *m_lastChange, editor = m_editor](const Result<std::int64_t> &revision) {
                       if (editor != m_editor)
                           return;
                       settle();
                       if (revision)
                           emit undone(made);
                       else
                           emit undoRefused(revision.failure().shown);
                   });
}

void RegistryDesk::heedChange()
{
    m_lastChange.reset();
    emit stateChanged();
    askLastChange();
    readAgain();
}

/** Whatever came of the change, the registry may be another than the one that it was made from. */
void RegistryDesk::settle()
{
    m_isBusy = false;
    emit stateChanged();
    askLastChange();
    readAgain();
}

} // namespace linewatch::ui

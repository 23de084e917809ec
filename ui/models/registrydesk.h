// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/machinestate.h"
#include "monitor/latestquery.h"
#include "monitor/registryeditor.h"
#include "ui/models/knownregistry.h"

#include <QPointer>
#include <QSet>
#include <QTimer>

namespace linewatch::ui {

/**
 * The registry for all that shows or changes it in a window: reads it while somebody watches, hears within a
 * few seconds what others changed, and makes changes one after the other. While nobody watches it costs
 * nothing. GUI thread only.
 */
class RegistryDesk : public QObject
{
    Q_OBJECT

public:
    using Heard = RegistryEditor::Heard<std::int64_t>;

    explicit RegistryDesk(QObject *parent = nullptr);

    /** Whom to ask, who changes, and what holds where the registry says nothing; null: there is none, now. */
    void setStore(StoreQueries *queries, RegistryEditor *editor, const StateRules &rules);
    /** Another with each setStore(): what was read of one is not for another. */
    int storeNumber() const { return m_storeNumber; }
    /** As long as one watches, or until it goes, the registry is kept up to date. */
    void watch(QObject *watcher);
    void unwatch(QObject *watcher);

    /** Null: not read yet. */
    const KnownRegistryPtr &known() const { return m_known; }
    /** Why it could not be read the last time, for people; empty: it could. */
    const QString &problem() const { return m_problem; }
    const StateRules &rules() const { return m_rules; }
    bool canChange() const { return m_editor && !m_isBusy; }
    /** A change is on its way. */
    bool isBusy() const { return m_isBusy; }
    /** What undo() takes back; nothing: there is nothing, or it is not known yet. */
    const std::optional<MadeChange> &lastChange() const { return m_lastChange; }

    /** Makes a change; what came of it is heard as long as @p context is there. Only while canChange(). */
    void apply(RegistryChange change, QObject *context, Heard heard);
    /** Takes the last change back; refused() where the store would not. */
    void undo();

public slots:
    /** Now, and not when it is due. */
    void readAgain();
    /** It was changed from this window, though not through this: nothing is undone before it is known what.
     */
    void heedChange();

signals:
    /** It was read, with or without something new. */
    void read();
    void readFailed(const QString &reason);
    /** Whether there is something to undo, or a change is on its way, may be another. */
    void stateChanged();
    /** A change was made from this window. */
    void changed(const linewatch::MadeChange &change);
    void undone(const linewatch::MadeChange &change);
    /** Why the last change was not undone, for people. */
    void undoRefused(const QString &reason);

private:
    /** Nothing read: it is what it was. */
    struct News {
        std::int64_t revision = 0;
        KnownRegistryPtr known;
    };

    static Result<News> readNews(EventReader &reader, std::optional<std::int64_t> knownRevision);
    void look();
    void hear(const Result<News> &news);
    void askLastChange();
    void settle();

    QPointer<StoreQueries> m_queries;
    QPointer<RegistryEditor> m_editor;
    StateRules m_rules;
    QSet<QObject *> m_watchers;
    KnownRegistryPtr m_known;
    QString m_problem;
    std::optional<MadeChange> m_lastChange;
    bool m_isBusy = false;
    int m_storeNumber = 0;
    int m_looks = 0; ///< since the whole was read
    QTimer m_next;
    LatestQuery<News> m_news;
};

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/latestquery.h"
#include "ui/models/findings.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QListView;

namespace linewatch::ui {

/**
 * Finds machines, lines and event ids while one types; Enter goes to what is chosen, the arrow keys choose.
 * Names may be typed in part. An event is found by its whole id however old it is, and by the beginning of
 * its id among the newest.
 */
class FindDialog : public QDialog
{
    Q_OBJECT

public:
    /** @p queries may be null: nothing is found then. */
    FindDialog(StoreQueries *queries, const Formats &formats, QWidget *parent = nullptr);

signals:
    void placeChosen(const linewatch::ui::Place &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void readNames();
    void changeText(const QString &text);
    void lookForEvents();
    void showIds(const FoundIds &ids);
    void refreshState();
    void choose(const QModelIndex &index);

    const QPointer<StoreQueries> m_queries;
    Findings *m_findings;
    QLineEdit *m_text;
    QListView *m_list;
    QLabel *m_state;
    QTimer m_typing; ///< until events with what was typed are looked for
    bool m_hasNames = false;
    QString m_problem;
    LatestQuery<StoreNames> m_names;
    LatestQuery<FoundIds> m_ids;
};

} // namespace linewatch::ui

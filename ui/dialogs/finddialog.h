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
 * Names may be typed in part, an event's id has to be whole.
 */
class FindDialog : public QDialog
{
    Q_OBJECT

public:
    /** @p queries may be null: nothing is found then. */
    explicit FindDialog(StoreQueries *queries, QWidget *parent = nullptr);

signals:
    void placeChosen(const linewatch::ui::Place &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void readNames();
    void changeText(const QString &text);
    void lookForEvent();
    void refreshState();
    void choose(const QModelIndex &index);

    const QPointer<StoreQueries> m_queries;
    Findings *m_findings;
    QLineEdit *m_text;
    QListView *m_list;
    QLabel *m_state;
    QTimer m_typing; ///< until an event with what was typed is looked for
    bool m_hasNames = false;
    QString m_problem;
    LatestQuery<StoreNames> m_names;
    LatestQuery<bool> m_event;
};

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/eventindex.h"
#include "ui/models/formats.h"
#include "ui/models/place.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace linewatch::ui {

class EventChanges;
class ThemeController;

/** An event with all that was corrected in it, and links to its machine and its line. */
class EventDetails : public QWidget
{
    Q_OBJECT

public:
    EventDetails(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    /** What is known of it before its corrections are read. */
    void showItem(const EventItem &item);
    void showHistory(const EventHistory &history);
    /** There is no event with that id. */
    void showMissing(const EventId &id);
    /** Nothing can be said, but why. */
    void showFailure(const QString &reason);
    /** No event is chosen. */
    void showNothing();

signals:
    void placeChosen(const linewatch::ui::Place &place);
    /** The user does not want to see them any more. */
    void closed();

private:
    void show(const EventHistory &history, const QString &note);
    void showText(const QString &title, const QString &note);
    void fitColumns();

    const ThemeController &m_themes;
    EventChanges *m_changes;
    QLabel *m_title;
    QLabel *m_note;
    QPushButton *m_close;
    QPushButton *m_machine;
    QPushButton *m_line;
    QTableView *m_table;
    Place m_machinePlace;
    Place m_linePlace;
};

} // namespace linewatch::ui

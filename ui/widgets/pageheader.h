// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/settling.h"
#include "ui/models/formats.h"
#include "ui/models/shownwindow.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QToolButton;

namespace linewatch::ui {

class Freshness;
class SegmentedControl;
class ThemeController;

/** Above every page: its title, the time control that rules all pages, and how fresh what is shown is. */
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    PageHeader(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /** Whether the page shows something of a time: the time control and the export are of no use elsewhere.
     */
    void setOfTime(bool isOfTime);
    /** Says beside the title what all pages show, where that is not real: a demo. Empty: nothing. What can be
     * done about it, @p actions, is in its menu. */
    void setBadge(const QString &badge, const QList<QAction *> &actions = {});
    void setShownWindow(const ShownWindow &shown);
    /** Another window is being fetched: until noteUpdate() what is on screen is of the one before. */
    void expect(const ShownWindow &shown);
    void noteUpdate(Instant takenAt);
    /** Says beside the window, discreetly, that its figures are provisional. */
    void setSettling(Settling settling);

signals:
    void exportRequested();
    /** The user chose another window. */
    void liveChosen(std::chrono::minutes length);
    void todayChosen();
    /** The user wants to say from when to when; also when a range is shown already. */
    void rangeWanted();

private:
    QLabel *m_title;
    QLabel *m_provisional;
    QToolButton *m_badge;
    SegmentedControl *m_windows;
    Freshness *m_freshness;
    QPushButton *m_export;
    bool m_isOfTime = true;
};

} // namespace linewatch::ui

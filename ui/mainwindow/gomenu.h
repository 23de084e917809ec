// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/place.h"

#include <QObject>

class QAction;
class QMenu;

namespace linewatch::ui {

class Navigator;

/** The menu for going from place to place: back, forward, the pages, finding, links. */
class GoMenu : public QObject
{
    Q_OBJECT

public:
    /** Fills @p menu, which owns this; @p navigator must outlive it. */
    GoMenu(QMenu &menu, Navigator &navigator);

signals:
    void findWanted();
    void copyLinkWanted();
    void openLinkWanted();

private:
    void addPages(QMenu &menu);
    void refresh();

    Navigator &m_navigator;
    QAction *m_back;
    QAction *m_forward;
};

} // namespace linewatch::ui

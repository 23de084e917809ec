// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/machinereport.h"
#include "ui/models/formats.h"
#include "ui/models/place.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace linewatch::ui {

class PlaceLink;
class StateBadge;
class ThemeController;

/** Who a machine is, how it is now, and where to go from here. */
class MachineHeader : public QWidget
{
    Q_OBJECT

public:
    MachineHeader(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    void setReport(const MachineId &machine, const MachineReport &report);
    /** What people say of it; null: nothing is known of that, and nothing can be changed. */
    void setEntry(const RegisteredMachine *machine, bool canChange);
    /** Why what people wanted to say of it was not kept; empty: nothing is wrong. */
    void setEntryProblem(const QString &problem);

signals:
    void placeChosen(const linewatch::ui::Place &place);
    void editWanted();
    void confirmWanted();
    /** @p anchor shows the state. */
    void stateExplanationWanted(QWidget *anchor);

private:
    void makeEntry();
    void arrange();

    const Formats m_formats;
    QLabel *m_name;
    QLabel *m_called; ///< what people call it, and their notes
    QLabel *m_problem;
    QLabel *m_new;
    StateBadge *m_state;
    PlaceLink *m_line;
    QLabel *m_facts;
    PlaceLink *m_events;
    PlaceLink *m_all;
    QPushButton *m_confirm;
    QPushButton *m_edit;
};

} // namespace linewatch::ui

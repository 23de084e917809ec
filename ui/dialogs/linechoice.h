// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registrypatch.h"
#include "ui/models/formats.h"
#include "ui/models/knownregistry.h"

#include <QObject>

class QComboBox;
class QDateTimeEdit;
class QGridLayout;
class QLabel;
class QListWidget;
class QPushButton;

namespace linewatch::ui {

class PatchRow;

/**
 * The rows of a form that put machines on a line: which, and from when it counts. Of one machine the lines so
 * far are listed, and can be removed. GUI thread only.
 */
class LineChoice : public QObject
{
    Q_OBJECT

public:
    /** Adds its rows at the end of @p grid, whose widget owns it. */
    LineChoice(QGridLayout &grid, const Formats &formats);

    /** The machines that it is about, and the lines to choose from; what was typed stays. */
    void setMachines(const std::vector<RegisteredMachine> &machines, const KnownRegistry &known, Instant now);
    bool isTyped() const;
    /** Puts what was chosen into @p patch; what is wrong with it, and nothing is put then. */
    QString take(MachinePatch &patch, Instant now) const;
    /** Says what is wrong, and what the choice does to the figures of the past. */
    void showFault(const QString &fault, Instant now);

signals:
    void edited();

private:
    enum Since { FromNow, FromTime, Always };

    void addCounts(QGridLayout &grid);
    void addLinesSoFar(QGridLayout &grid);
    void listLinesSoFar();
    void removeSelected();
    void refresh();
    Instant typedTime() const;
    std::optional<Instant> from(Instant now) const;
    /** The line that is to count; nothing: no other, and no other time. */
    std::optional<LineId> chosenLine() const;
    QString consequence(Instant now) const;

    const Formats m_formats;
    QComboBox *m_line;
    PatchRow *m_row;
    QComboBox *m_since;
    QDateTimeEdit *m_time;
    QLabel *m_consequence;
    QLabel *m_soFarLabel = nullptr;
    QWidget *m_soFarBox = nullptr;
    QListWidget *m_soFar;
    QPushButton *m_remove;
    LineAssignments m_assignments; ///< of one machine; empty where there are many
    LineAssignments m_removed;
};

} // namespace linewatch::ui

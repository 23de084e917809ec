// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/rejectionlist.h"
#include "ui/models/formats.h"

#include <QStringList>
#include <QWidget>

class QActionGroup;
class QLabel;
class QLineEdit;
class QPushButton;

namespace linewatch::ui {

class SegmentedControl;
class ThemeController;

/** What the Events page lists: events or rejected ones, of which machine and line, for which reason. */
class EventsFilter : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Events, Rejected };

    EventsFilter(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    /** None of these says anything. */
    void setKind(Kind kind);
    void setFilter(const MachineId &machine, const LineId &line);
    void setReason(RejectReason reason);

    /** What is offered while a name is typed. */
    void setNames(const QStringList &machines, const QStringList &lines);
    /** How many there are of each reason, for the menu of reasons. */
    void setCounts(const std::vector<RejectionCount> &counts);
    /** What is listed, in words. */
    void setSummary(const QString &summary);
    /** How many came since the list was read; 0: none. */
    void setNewer(std::int64_t count);

    Kind kind() const { return m_kind; }
    /** None: every reason. */
    RejectReason reason() const { return m_reason; }
    bool isActive() const;

signals:
    void kindChosen();
    void filterChosen(const linewatch::MachineId &machine, const linewatch::LineId &line);
    void reasonChosen();
    /** The user wants to see what came since the list was read. */
    void newerWanted();

private:
    QLineEdit *makeName(const QString &placeholder, const QString &accessibleName);
    QPushButton *makeButton(const QString &text);
    void applyNames();
    void clear();
    void chooseReason(RejectReason reason);
    void showState();

    const Formats m_formats;
    Kind m_kind = Kind::Events;
    RejectReason m_reason = RejectReason::None;
    MachineId m_machine;
    LineId m_line;
    SegmentedControl *m_kinds;
    QLineEdit *m_machineName;
    QLineEdit *m_lineName;
    QPushButton *m_reasons;
    QPushButton *m_clear;
    QPushButton *m_newer;
    QLabel *m_summary;
    std::vector<RejectionCount> m_counts;
};

} // namespace linewatch::ui

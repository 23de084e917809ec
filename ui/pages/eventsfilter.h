// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/rejectionlist.h"
#include "ui/models/formats.h"
#include "ui/models/place.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace linewatch::ui {

class ChoiceButton;
class NameField;
class SegmentedControl;
class ThemeController;

/** What the Events page lists, as its place says: events or rejected ones, and which of them. */
class EventsFilter : public QWidget
{
    Q_OBJECT

public:
    EventsFilter(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    /** None of these says anything. */
    void setPlace(const Place &place);
    /** What is offered while a name is typed. */
    void setNames(const QStringList &machines, const QStringList &lines);
    /** How many rejected events there are of each reason and sender, to choose from. */
    void setRejections(const std::vector<RejectionCount> &counts,
                       const std::vector<RejectionSender> &senders);
    /** What is listed, in words. */
    void setSummary(const QString &summary);
    /** How many came since the list was read; 0: none. */
    void setNewer(std::int64_t count);

    /** Whether some of the list that is chosen are left out. */
    bool isActive() const;

signals:
    /** The user wants to see that instead. */
    void placeWanted(const linewatch::ui::Place &place);
    /** The user wants to see what came since the list was read. */
    void newerWanted();

private:
    void arrange();
    void connectAll();
    QPushButton *makeButton(const QString &text);
    template <class Change>
    void want(Change change);
    void clear();
    void offerReasons();

    const Formats m_formats;
    Place m_place;
    std::vector<RejectionCount> m_counts;
    SegmentedControl *m_kinds;
    NameField *m_machine;
    NameField *m_line;
    ChoiceButton *m_defects;
    ChoiceButton *m_reasons;
    NameField *m_sender;
    QPushButton *m_clear;
    QPushButton *m_newer;
    QLabel *m_summary;
};

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/place.h"
#include "ui/models/rejectionstablemodel.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace linewatch::ui {

class LongTable;
class ThemeController;

/** The list of rejected events with what was sent, why it was refused, and what to do about it. */
class RejectionsView : public QWidget
{
    Q_OBJECT

public:
    RejectionsView(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    void setPage(StoreQueries *queries, const RejectionFilter &filter, const RejectionPage &page);
    LongTable &table() { return *m_table; }

signals:
    void placeChosen(const linewatch::ui::Place &place);

private:
    QWidget *makeDetails();
    void followCurrent();
    void copy(int first, int last);
    void say(const QString &note);

    const ThemeController &m_themes;
    RejectionsTableModel *m_model;
    LongTable *m_table;
    QLabel *m_title;
    QLabel *m_advice;
    QLabel *m_sent;
    QPushButton *m_machine;
    QPlainTextEdit *m_raw;
    QLabel *m_note;
    Place m_machinePlace;
};

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/gridchoice.h"
#include "ui/models/keyfigures.h"

#include <QWidget>

class QAction;
class QActionGroup;
class QLineEdit;
class QPushButton;

namespace linewatch::ui {

/** The row above the machine grid: what to look for, which states, in which order, how close together. */
class GridTools : public QWidget
{
    Q_OBJECT

public:
    explicit GridTools(QWidget *parent = nullptr);

    /** choiceChanged() is not emitted. */
    void setChoice(const GridChoice &choice);
    const GridChoice &choice() const { return m_choice; }
    /** How many machines each state has, for the menu of states. */
    void showCounts(const StateCounts &counts);
    void focusText();

signals:
    /** The user chose. */
    void choiceChanged(const linewatch::ui::GridChoice &choice);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void limitText();
    QPushButton *makeButton(const QString &accessibleName);
    void makeStates();
    void makeOrders();
    void show(const GridChoice &choice);
    void choose(const GridChoice &choice);

    GridChoice m_choice;
    StateCounts m_counts{};
    QLineEdit *m_text;
    QPushButton *m_state;
    QPushButton *m_order;
    QPushButton *m_compact;
    QActionGroup *m_states;
    QActionGroup *m_orders;
};

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace linewatch::ui {

class CompareChoice;

/** The row on top of a line's page: the way back, its name, what it is compared with, its events. */
class LineHead : public QWidget
{
    Q_OBJECT

public:
    explicit LineHead(QWidget *parent = nullptr);

    void setName(const QString &name);
    CompareChoice *compare() const { return m_compare; }

signals:
    void backChosen();
    void eventsChosen();

private:
    QPushButton *makeLink(const QString &text);

    QPushButton *m_back;
    QLabel *m_name;
    CompareChoice *m_compare;
    QPushButton *m_events;
};

} // namespace linewatch::ui

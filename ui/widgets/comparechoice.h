// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/comparison.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QPushButton;

namespace linewatch::ui {

/** Chooses what a line is compared with, and ends comparing. A window is asked for by whoever listens. */
class CompareChoice : public QWidget
{
    Q_OBJECT

public:
    explicit CompareChoice(QWidget *parent = nullptr);

    /** The lines that can be chosen. */
    void setLines(const std::vector<LineId> &lines);
    /** What the window before is called. */
    void setBefore(const QString &words);
    /** Shows it, without a signal. */
    void setChoice(const CompareWith &choice);

signals:
    void chosen(const linewatch::ui::CompareWith &choice);
    void windowWanted();

private:
    void rebuild();
    void hear(int index);

    QComboBox *m_combo;
    QPushButton *m_end;
    std::vector<LineId> m_lines;
    QString m_before;
    CompareWith m_choice;
};

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/databasetrial.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace linewatch::ui {

class SettingsDraft;

/** The store, what it takes to reach it, and a button that tries it as it is typed. */
class DatabaseSection : public QWidget
{
    Q_OBJECT

public:
    explicit DatabaseSection(SettingsDraft &draft, QWidget *parent = nullptr);

private:
    void addRows();
    void addTrial();
    void tryOrCancel();
    void showResult(bool isGood, const QString &text);
    void say(const QString &text, const char *tone);

    SettingsDraft &m_draft;
    DatabaseTrial m_trial;
    QPushButton *m_try;
    QLabel *m_result;
};

} // namespace linewatch::ui

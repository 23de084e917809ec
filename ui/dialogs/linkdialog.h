// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/place.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace linewatch::ui {

/** Asks for a link and says what is wrong with it where it is typed. Begins with the one on the clipboard. */
class LinkDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LinkDialog(QWidget *parent = nullptr);

signals:
    void placeChosen(const linewatch::ui::Place &place);

private:
    void check();
    void follow(const Place &place);

    QLineEdit *m_link;
    QLabel *m_problem;
    QPushButton *m_open;
};

} // namespace linewatch::ui

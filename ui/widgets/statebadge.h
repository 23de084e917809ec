// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/machinestate.h"

#include <QAbstractButton>

namespace linewatch::ui {

class ThemeController;

/** A state as its icon and its word; a click, Space or Return asks how it came about. */
class StateBadge : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StateBadge(const ThemeController &themes, QWidget *parent = nullptr);

    void setState(MachineState state);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    const ThemeController &m_themes;
    MachineState m_state = MachineState::NoData;
};

} // namespace linewatch::ui

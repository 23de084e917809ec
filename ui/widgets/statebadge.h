// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/machinestate.h"

#include <QWidget>

namespace linewatch::ui {

class ThemeController;

/** A state as its icon and its word. */
class StateBadge : public QWidget
{
    Q_OBJECT

public:
    explicit StateBadge(const ThemeController &themes, QWidget *parent = nullptr);

    void setState(MachineState state);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeController &m_themes;
    MachineState m_state = MachineState::NoData;
};

} // namespace linewatch::ui

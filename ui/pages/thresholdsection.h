// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace linewatch::ui {

class SettingsDraft;

/** By what machines are judged that have no limits of their own. */
class ThresholdSection : public QWidget
{
    Q_OBJECT

public:
    explicit ThresholdSection(SettingsDraft &draft, QWidget *parent = nullptr);
};

} // namespace linewatch::ui

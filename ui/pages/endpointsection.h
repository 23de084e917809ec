// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace linewatch::ui {

class SettingsDraft;

/** Where events are taken, and the limits of requests. */
class EndpointSection : public QWidget
{
    Q_OBJECT

public:
    explicit EndpointSection(SettingsDraft &draft, QWidget *parent = nullptr);
};

} // namespace linewatch::ui

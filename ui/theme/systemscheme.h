// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace linewatch::ui {

/** Whether the user's desktop is dark. */
class SystemScheme : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    virtual bool isDark() const = 0;

signals:
    void changed();
};

} // namespace linewatch::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace linewatch::ui {

/** A small field for a name, or nothing; names that hold what was typed are offered meanwhile. */
class NameField : public QLineEdit
{
    Q_OBJECT

public:
    /** @p placeholder says what holds while nothing is typed, @p name what the field is for. */
    NameField(const QString &placeholder, const QString &name, QWidget *parent = nullptr);

    /** What is offered. */
    void setNames(const QStringList &names);
    /** Shows a name; says nothing. */
    void setName(const QString &name);

signals:
    /** The user finished a name, or cleared it; it may be the one that was there. */
    void named(const QString &name);
};

} // namespace linewatch::ui

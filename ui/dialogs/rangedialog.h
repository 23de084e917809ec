// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/formats.h"

#include <QDialog>

class QDateTimeEdit;
class QLabel;
class QPushButton;

namespace linewatch::ui {

/**
 * Asks from when to when, in the plant's time zone and to the minute. Says what is wrong with a range that
 * cannot be shown, and cannot be accepted with it.
 */
class RangeDialog : public QDialog
{
    Q_OBJECT

public:
    /** Starts with @p range; @p now is what a range must not lie behind. */
    RangeDialog(const Formats &formats, const TimeWindow &range, Instant now, QWidget *parent = nullptr);

    TimeWindow range() const;

private:
    QDateTimeEdit *makeEdit(Instant instant, const QString &name);
    Instant instantOf(const QDateTimeEdit &edit) const;
    void check();

    const Formats m_formats;
    const Instant m_now;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QLabel *m_problem;
    QPushButton *m_show;
};

} // namespace linewatch::ui

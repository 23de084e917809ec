// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/place.h"

#include <QLabel>

namespace linewatch::ui {

/** A link to a place of the program; by mouse, or by Tab and Return. */
class PlaceLink : public QLabel
{
    Q_OBJECT

public:
    explicit PlaceLink(QWidget *parent = nullptr);

    /** @p words is plain text. */
    void setPlace(const Place &place, const QString &words);

signals:
    void placeChosen(const linewatch::ui::Place &place);

protected:
    void changeEvent(QEvent *event) override;
};

} // namespace linewatch::ui

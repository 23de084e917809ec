// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/explanation.h"
#include "ui/models/formats.h"
#include "ui/models/place.h"

#include <QStringList>

#include <vector>

namespace linewatch::ui {

/** An explanation in words. */
struct ExplanationText {
    struct Number {
        QString name;
        QString value;
    };

    QString title;               ///< 'Defect rate of Press 2'
    QString formula;             ///< its definition
    std::vector<Number> numbers; ///< what was put in
    QString calculation; ///< with all digits, so that it can be done again by hand; empty: there is no result
    QString result;      ///< the figure as it is shown, with its unit
    QStringList leftOut; ///< sentences

    /** All of it as one text, for those who hear it. */
    QString spoken() const;
};

/** Pure. */
ExplanationText explanationText(const Explanation &explanation, const Formats &formats);

/** The events that a figure is made of. Pure. */
Place eventsBehind(const Explanation &explanation);

} // namespace linewatch::ui

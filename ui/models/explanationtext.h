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
    QString calculation; ///< with all digits, so that it can be done again by hand, ending at what is shown;
                         ///< empty: there is no result
    QString result;      ///< the figure as it is shown, with its unit
    QStringList leftOut; ///< sentences

    /** All of it as one text, for those who hear it. */
    QString spoken() const;
};

/** Pure. */
ExplanationText explanationText(const Explanation &explanation, const Formats &formats);

/** Whether there are events to go to. Pure. */
bool hasEventsBehind(FigureKind kind);

/** Whether the figure tells of a window of time, and not of a machine or of this process. Pure. */
bool isOfAWindow(FigureKind kind);

/** Whether rejected events would have counted in the figure, so that it is said how many there were. Pure. */
bool leavesOutRejected(FigureKind kind);

/** The events that a figure is made of; of a clock, the one that tells how it goes. Pure. */
Place eventsBehind(const Explanation &explanation);

/** Those of what the figure is compared with; nothing: it stands alone. Pure. */
std::optional<Place> otherEventsBehind(const Explanation &explanation);

/** Whether the store can tell more of it than it holds: see completed(). Pure. */
bool wantsMore(const Explanation &explanation);

} // namespace linewatch::ui

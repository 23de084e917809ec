// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/element.h"

#include <QByteArray>
#include <QStringList>

namespace linewatch::simulation {

/** What each element of a batch must have ended as. */
struct ExpectedOutcomes {
    std::vector<Outcome> first; ///< the server met the batch for the first time
    std::vector<Outcome>
        repeated;             ///< it stored the batch before, and the answer was lost; empty: that is not so
    bool mayBeQueued = false; ///< a 202: what was not rejected waits in the spool
};

/** The sums of the answer to a batch. */
struct BatchAnswer {
    OutcomeCounts counts;
    std::int64_t queued = 0;
    bool mustBeSentAgain = false; ///< an event lost against other writers
    QStringList differences;      ///< from what was expected
};

/** Reads the counts of an answer, which is enough where outcomes are not checked. */
BatchAnswer readCounts(const QByteArray &body);

/**
 * Reads an answer and compares every outcome with what was expected, and the counts and the list of
 * rejections with the outcomes.
 */
BatchAnswer checkAnswer(const Batch &batch, const ExpectedOutcomes &expected, const QByteArray &body);

} // namespace linewatch::simulation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

class QWidget;

namespace linewatch::ui {

/** A number as it is written in English: '3,607.25', '+3.0', U+2212 '1.1', '<0.1'. */
struct WrittenNumber {
    long double value = 0;
    int places = 0;
    bool isLess = false; ///< less than that, but not nothing

    /** Whether @p exact, rounded to as many places, is written so. */
    bool isRoundingOf(long double exact) const;
};

/** The first number in a text; nothing: there is none. */
std::optional<WrittenNumber> firstNumberIn(const QString &text);

/** What a term comes to: numbers, + U+2212 U+00D7 U+00F7 and brackets; units are looked past. */
std::optional<long double> valueOf(const QString &term);

/**
 * Does the arithmetic of an explanation again, by other means than the program's, and holds what its last
 * line ends at against the text on screen. Says what is wrong; empty: all is right. Sums that are only named
 * ('sum of the defects of 5 events = 3') come to what is written.
 */
QString problemOf(const QString &calculation, const QString &onScreen);

/**
 * Does the rules by which a machine's state was decided again, and holds what the last one says against the
 * text on screen. Says what is wrong; empty: all is right.
 */
QString problemOfJudgement(const QString &calculation, const QString &state);

/** The same for the explanation that @p popup shows; also wrong: there is no arithmetic. */
QString problemOf(const QWidget &popup, const QString &onScreen);

} // namespace linewatch::ui

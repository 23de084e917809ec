// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <vector>

namespace linewatch::simulation {

struct Check;

/** What is to be said about an answer. */
struct Judgement {
    QStringList differences;
    std::vector<Check> next; ///< questions that follow from the answer, such as the next page
};

/** A question to the API that must be answered 200, and who judges the body of the answer. */
struct Check {
    QByteArray target; ///< path and query, encoded
    std::function<Judgement(const QByteArray &body)> judge;
};

} // namespace linewatch::simulation

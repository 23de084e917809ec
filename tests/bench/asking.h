// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/loopback.h"
#include "bench/plainsql.h"
#include "bench/question.h"

#include <functional>

namespace linewatch::bench {

/** When to stop asking: at the most questions or once the seconds are over, but not before the least. */
struct Budget {
    int most = 1000;
    int least = 20;
    double seconds = 8;
};

/** What asking took, one entry a question. */
struct Asked {
    std::vector<double> seconds;
    std::vector<std::string> answers; ///< bodies; of plain SQL none
};

/** Asks @p questions over one connection, one after another. */
Result<Asked> askServer(std::uint16_t port, const std::vector<Question> &questions, const Budget &budget);

/** Asks @p questions, over and over, while @p wanted says so; keeps the answers of the first round. */
Result<Asked> askServerWhile(std::uint16_t port, const std::vector<Question> &questions,
                             const std::function<bool()> &wanted);

/**
 * Runs plain SQL for the first of @p questions and holds against it the @p answers that the server gave to
 * them; a failure at the first that differs. The times are those of the SQL alone.
 */
Result<Asked> askPlainSql(const QString &store, const std::vector<Question> &questions,
                          const std::vector<std::string> &answers, Access access, const Budget &budget);

} // namespace linewatch::bench

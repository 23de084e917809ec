// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/check.h"
#include "simulation/element.h"
#include "simulation/ledger.h"

#include <map>
#include <memory>
#include <string>

namespace linewatch::simulation {

/** A rejected element that the server must have kept. */
struct SentRejection {
    RejectReason reason = RejectReason::None;
    int most = 0; ///< how often it may be found: more than once where the answer to its batch was lost
};

/** Whether a rejected element's text holds a name of the run, so that it cannot be another sender's. */
bool namesRun(std::string_view raw, const std::string &prefix);

/** By the raw text that was sent; only texts that name the run, since others may have sent the rest too. */
using SentRejections = std::map<std::string, SentRejection, std::less<>>;

/** Where the body of GET /machines says something else about our machines than @p ledger. */
QStringList compareMachines(const Ledger &ledger, const std::string &prefix, const QByteArray &body);

/** Where the body of GET /lines says something else about our lines than @p ledger. */
QStringList compareLines(const Ledger &ledger, const std::string &prefix, const QByteArray &body);

/** Follows the pages of GET /rejections and tells what is lost, doubled or has another reason. */
class RejectionWalk
{
public:
    RejectionWalk(SentRejections sent, std::string prefix);

    struct Step {
        QStringList differences;
        QByteArray nextCursor; ///< empty: this was the last page
    };
    Step takePage(const QByteArray &body);

private:
    SentRejections m_sent;
    std::map<std::string, int, std::less<>> m_found;
    std::string m_prefix;
};

/** Questions about the lists of machines, lines and rejections. @p runStart bounds the search among the
 * latter. */
std::vector<Check> listChecks(const std::shared_ptr<const Ledger> &ledger, const std::string &prefix,
                              SentRejections sent, Instant runStart);

} // namespace linewatch::simulation

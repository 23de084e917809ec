// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/check.h"
#include "simulation/comparison.h"
#include "simulation/ledger.h"
#include "simulation/random.h"

#include <memory>
#include <set>
#include <string>
#include <unordered_map>

namespace linewatch::simulation {

/** Where an EVENT of the API says something else than @p expected. */
void compareEvent(Comparison &comparison, const LedgerEntry &expected, const rapidjson::Value &found);

/** Where the body of GET /events/{eventId} says something else than @p expected, its revisions included. */
QStringList compareHistory(const QString &subject, const LedgerEntry &expected, const QByteArray &body);

/**
 * Follows the pages of GET /events and tells which events are lost, doubled, out of order or otherwise than
 * they must be. Events of machines without the prefix are others' and passed over.
 */
class EventWalk
{
public:
    EventWalk(QString subject, const Ledger::Index &expected, std::string prefix);

    struct Step {
        QStringList differences;
        QByteArray nextCursor; ///< empty: this was the last page, and what was lost is among the differences
    };
    Step takePage(const QByteArray &body);

private:
    void takeItem(Comparison &comparison, const rapidjson::Value &item);
    void checkOrder(Comparison &comparison, std::string_view time, std::string_view eventId);
    void checkStamp(Comparison &comparison, const LedgerEntry &entry, const rapidjson::Value &item);
    void reportLost(Comparison &comparison) const;

    struct Expected {
        const LedgerEntry *entry;
        int found = 0;
    };
    QString m_subject;
    std::string m_prefix;
    std::unordered_map<std::string, Expected> m_expected;
    std::optional<std::pair<Instant, std::string>> m_previous;
    std::set<std::string, std::less<>> m_stamps; ///< no two events of one server share one
};

/** Questions about the events themselves: every one of a small run, a sample of a large one. */
std::vector<Check> eventChecks(const std::shared_ptr<const Ledger> &ledger, const std::string &prefix,
                               Random random);

} // namespace linewatch::simulation

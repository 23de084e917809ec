// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/writtenstore.h"

#include "storage/required.h"

namespace linewatch::test {

using namespace std::chrono_literals;

WrittenStore::WrittenStore(const DatabaseUrl &url, int nodes, Instant now) : m_writers(url, nodes), m_now(now)
{
}

void WrittenStore::write(const Payloads &payloads)
{
    TestWriter &writer = m_writers.next();
    ChangeSet changes;
    for (const auto &[id, payload] : payloads) {
        const EventChange change = changeOf(id, payload, writer);
        changes.changes.push_back(change);
        changes.lastStamp = change.after.receivedTime;
        if (change.before)
            changes.revisions.push_back({*change.before, changes.lastStamp});
        m_rows.insert_or_assign(id, change.after);
    }
    required(commitChanges(*writer.store, changes));
}

EventChange WrittenStore::changeOf(const std::string &id, const EventPayload &payload, TestWriter &writer)
{
    const auto row = m_rows.find(id);
    const auto before = row == m_rows.end() ? std::nullopt : std::optional(row->second);
    m_now += 1us;
    const Instant stamp =
        writer.stamper
            .stamp(m_now + writer.ahead, {}, before ? std::optional(before->receivedTime) : std::nullopt)
            .recorded;
    return {before, {EventId(id), payload, stamp, stamp, before ? before->version + 1 : 1}};
}

} // namespace linewatch::test

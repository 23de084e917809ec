// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/memorystore.h"

#include <algorithm>

namespace linewatch::test {

namespace {

std::vector<Instant> stampsOf(const ChangeSet &changes)
{
    std::vector<Instant> stamps;
    for (const EventChange &change : changes.changes)
        stamps.push_back(change.after.recordedTime);
    for (const Revision &revision : changes.revisions)
        stamps.push_back(revision.supersededAt);
    for (const RejectedEvent &rejection : changes.rejections)
        stamps.push_back(rejection.receivedTime);
    // A correction's stamp is also when it superseded the version before.
    std::sort(stamps.begin(), stamps.end());
    stamps.erase(std::unique(stamps.begin(), stamps.end()), stamps.end());
    return stamps;
}

class MemoryStore final : public EventStore
{
public:
    explicit MemoryStore(MemoryDisk &disk) : m_disk(disk) { }
    ~MemoryStore() override { m_disk.misuses += m_open ? 1 : 0; }

    Result<Instant> lastStamp() override
    {
        if (const auto failure = m_disk.fault(Step::LastStamp))
            return *failure;
        return m_disk.lastStamp;
    }

    Result<void> begin() override
    {
        m_disk.misuses += m_open ? 1 : 0;
        if (const auto failure = m_disk.fault(Step::Begin))
            return *failure;
        m_open = true;
        return {};
    }

    Result<std::vector<StoredEvent>> lookUp(std::span<const EventId> ids) override
    {
        m_disk.misuses += m_open ? 0 : 1;
        if (const auto failure = m_disk.fault(Step::LookUp))
            return *failure;
        std::vector<StoredEvent> found;
        for (const EventId &id : ids) {
            if (const auto row = m_disk.rows.find(id); row != m_disk.rows.end())
                found.push_back(row->second);
        }
        return found;
    }

    Result<std::optional<Instant>> committedStamp() override { return m_disk.committedStamp; }
    Result<std::int64_t> spooledThrough(std::int64_t spoolId) override
    {
        const auto number = m_disk.spooledThrough.find(spoolId);
        return number == m_disk.spooledThrough.end() ? std::int64_t{0} : number->second;
    }
    StampGrid stampGrid() const override { return {}; }
    bool settlesDoubts() const override { return m_disk.tellsWhatItCommitted; }

    Result<std::vector<EventId>> apply(const ChangeSet &changes) override
    {
        m_disk.misuses += m_open ? 0 : 1;
        std::ranges::copy(stampsOf(changes), std::back_inserter(m_disk.stampsSeen));
        if (const auto failure = m_disk.fault(Step::Apply))
            return *failure;
        m_pending = changes;
        return m_disk.missed(changes);
    }

    Result<void> commit() override
    {
        m_disk.misuses += m_open ? 0 : 1;
        const auto failure = m_disk.fault(Step::Commit);
        if (!failure || m_disk.keepsWhatFailedToCommit)
            write();
        if (failure)
            return *failure;
        m_open = false;
        return {};
    }

    void rollback() override
    {
        m_disk.misuses += m_open ? 0 : 1;
        ++m_disk.rollbacks;
        m_open = false;
    }

    Result<Instant> horizon() override { return m_disk.horizon; }
    Result<void> raiseHorizon(Instant horizon) override
    {
        m_disk.misuses += m_open ? 1 : 0;
        if (const auto failure = m_disk.fault(Step::RaiseHorizon))
            return *failure;
        m_disk.horizon = std::max(m_disk.horizon, horizon);
        return {};
    }
    Result<Removal> removeSome(int rows) override
    {
        m_disk.misuses += m_open ? 1 : 0;
        if (const auto failure = m_disk.fault(Step::RemoveSome))
            return *failure;
        Removal removal;
        for (auto row = m_disk.rows.begin(); row != m_disk.rows.end() && removal.events < rows;) {
            const bool isOld = row->second.payload.eventTime < m_disk.horizon;
            removal.events += isOld ? 1 : 0;
            row = isOld ? m_disk.rows.erase(row) : std::next(row);
        }
        removal.more = removal.events == rows;
        return removal;
    }

private:
    void write()
    {
        for (const EventChange &change : m_pending.changes)
            m_disk.rows[change.after.eventId] = change.after;
        std::ranges::copy(m_pending.revisions, std::back_inserter(m_disk.revisions));
        std::ranges::copy(m_pending.rejections, std::back_inserter(m_disk.rejections));
        m_disk.lastStamp = m_pending.lastStamp;
        if (m_pending.spoolMark)
            m_disk.spooledThrough[m_pending.spoolMark->spoolId] = m_pending.spoolMark->number;
        if (m_disk.tellsWhatItCommitted)
            m_disk.committedStamp = m_pending.lastStamp;
    }

    MemoryDisk &m_disk;
    ChangeSet m_pending;
    bool m_open = false; // a transaction
};

} // namespace

Result<std::unique_ptr<EventStore>> openMemoryStore(MemoryDisk &disk)
{
    if (const auto failure = disk.fault(Step::Open))
        return *failure;
    ++disk.opened;
    return std::unique_ptr<EventStore>(std::make_unique<MemoryStore>(disk));
}

} // namespace linewatch::test

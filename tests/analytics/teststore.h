// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/storefactory.h"

#include <QTemporaryDir>

#include <functional>
#include <span>

namespace linewatch::test {

/** A real SQLite store in a folder that goes away with it. Ends the test program when it cannot be made. */
class TestStore
{
public:
    TestStore();

    /** Writes an event that is not there yet. */
    void insert(const std::string &id, const EventPayload &payload, Instant received);
    /** @p count of them at once, named E-1, E-2, ... */
    void insertMany(int count, const std::function<EventPayload(int)> &payloadOfNumber, Instant received);
    /** All at once, named by their numbers from @p first on: E-7, E-8, ... */
    void insertAll(std::span<const EventPayload> payloads, std::size_t first, Instant received);
    /** The same, each received when @p receivedOfNumber says: never earlier than the one before. */
    void insertMany(int count, const std::function<EventPayload(int)> &payloadOfNumber,
                    const std::function<Instant(int)> &receivedOfNumber);
    /** Replaces what insert() or correct() wrote before under that id. */
    void correct(const std::string &id, const EventPayload &payload, Instant received);

    /** Keeps @p count rejected events of that machine, received a second apart from @p received on. */
    void reject(const std::string &machineId, Instant received, int count = 1);
    /** Keeps a rejected event; its stamp is newer than any before. */
    void reject(const RejectedEvent &rejection);
    /** Writes a rejected event; @p received is later than that of the one before. */
    void reject(RejectReason reason, const std::string &machine, const std::string &raw, Instant received);

    /** Removes what is older, as retention does. @p horizon is on a whole hour. */
    void removeBefore(Instant horizon);

    /** What a further connection opens. */
    DatabaseUrl url() const { return {m_folder.filePath(QStringLiteral("test.db"))}; }
    EventReader &reader() { return *m_reader; }

private:
    void write(ChangeSet changes);

    QTemporaryDir m_folder;
    std::unique_ptr<StoreFactory> m_factory;
    std::unique_ptr<EventStore> m_writer;
    std::unique_ptr<EventReader> m_reader;
};

} // namespace linewatch::test

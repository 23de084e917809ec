-- Machines, the sources their events come from, events with their superseded payloads, the sums over them,
-- and what was rejected. Times are microseconds since the epoch in UTC. A step is one statement; a line that
-- holds only a semicolon ends it.

CREATE TABLE IF NOT EXISTS machine (
    machine_id TEXT NOT NULL PRIMARY KEY,
    assigned_line_id TEXT            -- the line of events that state none
) WITHOUT ROWID
;

-- A machine with the line and the factory that its events stated; '' where they stated none.
CREATE TABLE IF NOT EXISTS source (
    source_id INTEGER NOT NULL PRIMARY KEY,
    machine_id TEXT NOT NULL,
    line_id TEXT NOT NULL,
    factory_id TEXT NOT NULL,
    last_received INTEGER NOT NULL,  -- newest received_time of what was written for it
    UNIQUE (machine_id, line_id, factory_id)
)
;

CREATE TABLE IF NOT EXISTS event (
    row_id INTEGER NOT NULL PRIMARY KEY,
    event_key BLOB NOT NULL,         -- see storage/eventkey.h
    source_id INTEGER NOT NULL,
    event_time INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    defect_count INTEGER NOT NULL,   -- -1: unknown
    received_time INTEGER NOT NULL,
    claim_lag INTEGER NOT NULL,      -- recorded time - received_time: 0 unless an earlier receipt was claimed
    version INTEGER NOT NULL
)
;

CREATE UNIQUE INDEX IF NOT EXISTS event_by_key ON event (event_key)
;

CREATE INDEX IF NOT EXISTS event_by_source_and_time ON event (source_id, event_time)
;

CREATE INDEX IF NOT EXISTS event_by_time ON event (event_time)
;

CREATE TABLE IF NOT EXISTS event_revision (
    event_key BLOB NOT NULL,
    version INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    event_time INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    defect_count INTEGER NOT NULL,
    received_time INTEGER NOT NULL,
    claim_lag INTEGER NOT NULL,
    superseded_at INTEGER NOT NULL,
    PRIMARY KEY (event_key, version)
) WITHOUT ROWID
;

CREATE INDEX IF NOT EXISTS event_revision_by_superseded_at ON event_revision (superseded_at)
;

-- Sums over the events of a source in a bucket; changed in the transaction that changes the events.
CREATE TABLE IF NOT EXISTS rollup (
    bucket_width INTEGER NOT NULL,   -- seconds: 60, 3600 or 86400
    source_id INTEGER NOT NULL,
    bucket_start INTEGER NOT NULL,   -- seconds since the epoch
    events INTEGER NOT NULL,
    run_time_ms INTEGER NOT NULL,
    defects INTEGER NOT NULL,
    unknown_events INTEGER NOT NULL,
    PRIMARY KEY (bucket_width, source_id, bucket_start)
) WITHOUT ROWID
;

CREATE TABLE IF NOT EXISTS rejected_event (
    received_time INTEGER NOT NULL PRIMARY KEY,
    reason TEXT NOT NULL,
    machine_id TEXT NOT NULL,        -- '' where the event had no string there
    sender TEXT NOT NULL,
    raw TEXT NOT NULL
)
;

CREATE TABLE IF NOT EXISTS store_state (
    name TEXT NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID
;

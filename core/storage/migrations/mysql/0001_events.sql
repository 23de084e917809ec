-- What migrations/sqlite makes, for several nodes that write one database. Ids are bytes: text would be compared by
-- a collation, which folds or trims. Times are microseconds since the epoch in UTC, never DATETIME. A step is one
-- statement; a line that holds only a semicolon ends it.

-- The processes that write, each under a number of its own while it does (storage/sharedseat.h).
CREATE TABLE IF NOT EXISTS node (
    node_id SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
    owner BIGINT NOT NULL,           -- drawn by the process that writes under this number
    held_until BIGINT NOT NULL,      -- by the clock of the database; free for others after that
    last_stamp BIGINT NOT NULL,      -- the newest stamp that was committed under this number
    UNIQUE KEY node_by_owner (owner)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
;

CREATE TABLE IF NOT EXISTS machine (
    machine_id VARBINARY(256) NOT NULL PRIMARY KEY,
    assigned_line_id VARBINARY(256)  -- the line of events that state none
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
;

-- A machine with the line and the factory that its events stated; '' where they stated none.
CREATE TABLE IF NOT EXISTS source (
    source_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    machine_id VARBINARY(256) NOT NULL,
    line_id VARBINARY(256) NOT NULL,
    factory_id VARBINARY(256) NOT NULL,
    UNIQUE KEY source_by_names (machine_id, line_id, factory_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
;

-- The newest received_time of what each node wrote for a source: one row for all would be fought over.
CREATE TABLE IF NOT EXISTS source_receipt (
    source_id BIGINT NOT NULL,
    node_id SMALLINT UNSIGNED NOT NULL,
    last_received BIGINT NOT NULL,
    PRIMARY KEY (source_id, node_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
;

-- Numbered, so that new rows come at the end of the table and not wherever their key is.
CREATE TABLE IF NOT EXISTS event (
    row_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    event_key VARBINARY(512) NOT NULL, -- see storage/eventkey.h
    source_id BIGINT NOT NULL,
    event_time BIGINT NOT NULL,
    duration_ms BIGINT NOT NULL,
    defect_count INT NOT NULL,       -- -1: unknown
    received_time BIGINT NOT NULL,
    claim_lag BIGINT NOT NULL,       -- recorded time - received_time: 0 unless an earlier receipt was claimed
    version INT NOT NULL,
    node_id SMALLINT UNSIGNED NOT NULL, -- that wrote this version
    UNIQUE KEY event_by_key (event_key),
    KEY event_by_source_and_time (source_id, event_time),
    KEY event_by_time (event_time)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
;

CREATE TABLE IF NOT EXISTS event_revision (
    event_key VARBINARY(512) NOT NULL,
    version INT NOT NULL,
    source_id BIGINT NOT NULL,
    event_time BIGINT NOT NULL,
    duration_ms BIGINT NOT NULL,
    defect_count INT NOT NULL,
    received_time BIGINT NOT NULL,
    claim_lag BIGINT NOT NULL,
    superseded_at BIGINT NOT NULL,
    node_id SMALLINT UNSIGNED NOT NULL, -- that wrote this version
    superseding_node_id SMALLINT UNSIGNED NOT NULL, -- whose stamp superseded_at is
    PRIMARY KEY (event_key, version),
    KEY event_revision_by_superseded_at (superseding_node_id, superseded_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
;

-- Sums over the events of a source in a bucket, a part by each node that wrote of them; changed in the transaction
-- that changes the events. A part may be below zero: what one node brought another may have moved away.
CREATE TABLE IF NOT EXISTS rollup_bucket (
    bucket_width INT NOT NULL,       -- seconds: 60, 3600 or 86400
    bucket_start BIGINT NOT NULL,    -- seconds since the epoch
    source_id BIGINT NOT NULL,
    node_id SMALLINT UNSIGNED NOT NULL,
    events BIGINT NOT NULL,
    run_time_ms BIGINT NOT NULL,
    defects BIGINT NOT NULL,
    unknown_events BIGINT NOT NULL,
    PRIMARY KEY (bucket_width, bucket_start, source_id, node_id),
    KEY rollup_bucket_by_source (source_id, bucket_width, bucket_start)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
;

-- The same of whole lines: a sum stands under a source that states the line in that factory, whichever its node took,
-- and a source that states no line under itself: which line that is, is decided when the question is asked.
CREATE TABLE IF NOT EXISTS line_bucket (
    bucket_width INT NOT NULL,
    bucket_start BIGINT NOT NULL,
    source_id BIGINT NOT NULL,
    node_id SMALLINT UNSIGNED NOT NULL,
    events BIGINT NOT NULL,
    run_time_ms BIGINT NOT NULL,
    defects BIGINT NOT NULL,
    unknown_events BIGINT NOT NULL,
    PRIMARY KEY (bucket_width, bucket_start, source_id, node_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
;

CREATE TABLE IF NOT EXISTS rejected_event (
    received_time BIGINT NOT NULL,
    node_id SMALLINT UNSIGNED NOT NULL, -- two nodes may give out the same stamp
    reason VARCHAR(64) NOT NULL,
    machine_id BLOB NOT NULL,        -- as sent, so not only what is valid; '' where the event had no string there
    sender VARCHAR(255) NOT NULL,
    raw TEXT NOT NULL,
    PRIMARY KEY (received_time, node_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
;

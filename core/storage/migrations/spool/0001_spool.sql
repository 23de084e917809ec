-- Batches that wait for a database that is away, in a file of their own (storage/spool.h). A step is one statement; a
-- line that holds only a semicolon ends it.

CREATE TABLE IF NOT EXISTS spooled_batch (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, -- never given twice, also once the table is empty
    arrival INTEGER NOT NULL,        -- microseconds since the epoch in UTC
    events INTEGER NOT NULL,
    content BLOB NOT NULL            -- see ingest/batchcodec.h
)
;

CREATE TABLE IF NOT EXISTS spool_state (
    name TEXT NOT NULL PRIMARY KEY,
    value NOT NULL
) WITHOUT ROWID
;

-- What the database knows this file by.
INSERT INTO spool_state (name, value) VALUES ('spool_id', random()) ON CONFLICT (name) DO NOTHING
;

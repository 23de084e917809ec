-- Keys are found through sorted runs that are written in bulk (storage/keyindex.h), in place of an index that is
-- kept up at each event. The runs are made when the store is opened for writing.

CREATE TABLE IF NOT EXISTS key_run (
    run_id INTEGER NOT NULL PRIMARY KEY,
    level INTEGER NOT NULL,          -- how often its entries have been merged
    entries INTEGER NOT NULL,
    filter BLOB NOT NULL             -- see storage/keyfilter.h
)
;

CREATE TABLE IF NOT EXISTS key_block (
    run_id INTEGER NOT NULL,
    first_hash INTEGER NOT NULL,     -- of the block's entries, which are sorted
    entries BLOB NOT NULL,           -- see storage/keyblocks.h
    PRIMARY KEY (run_id, first_hash)
) WITHOUT ROWID
;

INSERT INTO store_state (name, value) VALUES ('key_seed', random()) ON CONFLICT (name) DO NOTHING
;

DROP INDEX IF EXISTS event_by_key
;

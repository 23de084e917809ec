-- Up to which row of table event each run of keys reaches, so that runs are dropped whose rows are gone. Runs of before
-- reach as far as any run does. How far raw events may be gone is in store_state, kept_horizon.

CREATE TABLE IF NOT EXISTS key_run_end (
    run_id INTEGER NOT NULL PRIMARY KEY,
    last_row_id INTEGER NOT NULL
)
;

INSERT INTO key_run_end (run_id, last_row_id)
SELECT run_id, coalesce((SELECT value FROM store_state WHERE name = 'keys_indexed'), 0) FROM key_run
WHERE true
ON CONFLICT (run_id) DO NOTHING
;

-- Sums lie together by time and not by source: what a commit writes is then a few pages at the end of each width
-- instead of a page for every source. A table of its own name, because each step must be safe to run twice.

CREATE TABLE IF NOT EXISTS rollup_bucket (
    bucket_width INTEGER NOT NULL,   -- seconds: 60, 3600 or 86400
    bucket_start INTEGER NOT NULL,   -- seconds since the epoch
    source_id INTEGER NOT NULL,
    events INTEGER NOT NULL,
    run_time_ms INTEGER NOT NULL,
    defects INTEGER NOT NULL,
    unknown_events INTEGER NOT NULL,
    PRIMARY KEY (bucket_width, bucket_start, source_id)
) WITHOUT ROWID
;

INSERT OR REPLACE INTO rollup_bucket
SELECT bucket_width, bucket_start, source_id, events, run_time_ms, defects, unknown_events
FROM rollup
ORDER BY bucket_width, bucket_start, source_id
;

DROP TABLE IF EXISTS rollup
;

-- Sums of whole lines, so that a question about lines does not read those of every machine. A sum stands under one of
-- the sources that state the line in that factory, and a source that states no line under itself: which line that
-- is, is decided when the question is asked.

CREATE TABLE IF NOT EXISTS line_bucket (
    bucket_width INTEGER NOT NULL,   -- seconds: 60, 3600 or 86400
    bucket_start INTEGER NOT NULL,   -- seconds since the epoch
    source_id INTEGER NOT NULL,      -- of the line: the first that stated it
    events INTEGER NOT NULL,
    run_time_ms INTEGER NOT NULL,
    defects INTEGER NOT NULL,
    unknown_events INTEGER NOT NULL,
    PRIMARY KEY (bucket_width, bucket_start, source_id)
) WITHOUT ROWID
;

INSERT OR REPLACE INTO line_bucket
SELECT r.bucket_width, r.bucket_start, g.line_source_id, sum(r.events), sum(r.run_time_ms), sum(r.defects),
       sum(r.unknown_events)
FROM rollup_bucket r
JOIN (SELECT source_id, CASE WHEN line_id = '' THEN source_id
                        ELSE min(source_id) OVER (PARTITION BY line_id, factory_id) END AS line_source_id
      FROM source) g ON g.source_id = r.source_id
GROUP BY 1, 2, 3
;

-- Which minutes each node changed last, for boards that follow the database: they read these minutes again and no
-- others. Written with the sums; only the recent past is kept (storage/minutechanges.h).
CREATE TABLE IF NOT EXISTS minute_change (
    bucket_start BIGINT NOT NULL,    -- seconds since the epoch, as in rollup_bucket
    node_id SMALLINT UNSIGNED NOT NULL,
    last_stamp BIGINT NOT NULL,      -- of the node's newest transaction that changed a sum of this minute
    PRIMARY KEY (bucket_start, node_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
;

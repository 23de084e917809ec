-- Which minutes were changed last, for viewers beside the process that writes: they read these minutes again and no
-- others. Written with the sums; only the recent past is kept (storage/minutechanges.h).
CREATE TABLE IF NOT EXISTS minute_change (
    bucket_start INTEGER NOT NULL PRIMARY KEY, -- seconds since the epoch, as in rollup_bucket
    last_stamp INTEGER NOT NULL                -- of the newest transaction that changed a sum of this minute
)
;

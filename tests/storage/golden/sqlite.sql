-- session of a writer
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA temp_store = MEMORY;
PRAGMA journal_size_limit = 67108864;
PRAGMA wal_autocheckpoint = 16384;
PRAGMA secure_delete = OFF;
PRAGMA cache_size = -16384
;
-- session of a reader
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA temp_store = MEMORY;
PRAGMA journal_size_limit = 67108864;
PRAGMA wal_autocheckpoint = 16384;
PRAGMA secure_delete = OFF;
PRAGMA cache_size = -8192;
PRAGMA query_only = ON
;
-- engine
SELECT 'SQLite ' || sqlite_version()
;
-- tables of a name
SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?
;
-- begin migration
SELECT 1
;
-- end migration
SELECT 1
;
-- record step
INSERT INTO schema_step (migration, step) VALUES (?, ?) ON CONFLICT DO NOTHING
;
-- begin write
BEGIN IMMEDIATE
;
-- begin read
BEGIN
;
-- id of a key
CASE WHEN length(e.event_key) = 16 THEN lower(substr(hex(e.event_key), 1, 8) || '-' || substr(hex(e.event_key), 9, 4) || '-' || substr(hex(e.event_key), 13, 4) || '-' || substr(hex(e.event_key), 17, 4) || '-' || substr(hex(e.event_key), 21)) WHEN length(e.event_key) = 17 AND substr(e.event_key, 17) = x'00' THEN CAST(substr(e.event_key, 1, 16) AS TEXT) ELSE CAST(e.event_key AS TEXT) END
;
-- newest stamps
SELECT 0, value FROM store_state WHERE name = 'last_stamp'
;
-- newest stamp of a process
SELECT value FROM store_state WHERE name = 'last_stamp'
;
-- changed minutes
SELECT bucket_start FROM minute_change WHERE bucket_start >= ? AND ? = 0 AND last_stamp > ? ORDER BY bucket_start
;
-- last received
s.last_received
;
-- buckets of a source
WITH RECURSIVE bucket (source, width, start, stop) AS (SELECT ?, ?, ?, ? UNION ALL SELECT ?, ?, ?, ? UNION ALL SELECT source, width, start + width, stop FROM bucket WHERE start + width < stop) SELECT sum(r.events), sum(r.run_time_ms), sum(r.defects), sum(r.unknown_events) FROM bucket CROSS JOIN rollup_bucket r WHERE bucket.start < bucket.stop AND r.bucket_width = bucket.width AND r.bucket_start = bucket.start AND r.source_id = bucket.source
;
-- horizon
SELECT value FROM store_state WHERE name = 'kept_horizon'
;
-- held horizon
SELECT value FROM store_state WHERE name = 'kept_horizon'
;
-- raise horizon
INSERT INTO store_state (name, value) VALUES ('kept_horizon', ?) ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)
;
-- take turn
SELECT 1
;
-- end turn
SELECT 1
;
-- for deletion

;
-- remove minutes
DELETE FROM rollup_bucket WHERE bucket_width = 60 AND (bucket_start, source_id) IN (SELECT bucket_start, source_id FROM rollup_bucket WHERE bucket_width = 60 AND bucket_start < ? ORDER BY bucket_start, source_id LIMIT ?)
;
-- add machine
INSERT INTO machine (machine_id) VALUES (?) ON CONFLICT DO NOTHING
;
-- add source
INSERT INTO source (machine_id, line_id, factory_id, last_received) VALUES (?, ?, ?, 0)
;
-- note receipts
INSERT INTO source (source_id, last_received, machine_id, line_id, factory_id) VALUES (:v0, :v1, '', '', ''), (:v2, :v3, '', '', '') ON CONFLICT (source_id) DO UPDATE SET last_received = max(last_received, excluded.last_received)
;
-- note minutes
INSERT INTO minute_change (bucket_start, last_stamp) VALUES (:v0, :v1), (:v2, :v3) ON CONFLICT (bucket_start) DO UPDATE SET last_stamp = excluded.last_stamp
;
-- add revisions
INSERT INTO event_revision (event_key, version, source_id, event_time, duration_ms, defect_count, received_time, claim_lag, superseded_at) VALUES (:v0, :v1, :v2, :v3, :v4, :v5, :v6, :v7, :v8), (:v9, :v10, :v11, :v12, :v13, :v14, :v15, :v16, :v17)
;
-- add rejections
INSERT INTO rejected_event (received_time, reason, machine_id, sender, raw) VALUES (:v0, :v1, :v2, :v3, :v4), (:v5, :v6, :v7, :v8, :v9)
;
-- add to sums
INSERT INTO rollup_bucket (bucket_width, bucket_start, source_id, events, run_time_ms, defects, unknown_events) VALUES (:v0, :v1, :v2, :v3, :v4, :v5, :v6), (:v7, :v8, :v9, :v10, :v11, :v12, :v13) ON CONFLICT (bucket_width, bucket_start, source_id) DO UPDATE SET events = events + excluded.events, run_time_ms = run_time_ms + excluded.run_time_ms, defects = defects + excluded.defects, unknown_events = unknown_events + excluded.unknown_events
;

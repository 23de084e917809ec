-- session of a writer
SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00';
SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED;
SET SESSION innodb_lock_wait_timeout = 3 /*M!100300 , wsrep_sync_wait = 1, idle_transaction_timeout = 15 */;
DO 0
;
-- session of a reader
SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00';
SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ;
SET SESSION innodb_lock_wait_timeout = 3 /*M!100300 , wsrep_sync_wait = 1, idle_transaction_timeout = 0 */;
DO 0
;
-- engine
SELECT concat(CASE WHEN version() LIKE '%MariaDB%' THEN 'MariaDB ' ELSE 'MySQL ' END, substring_index(version(), '-', 1))
;
-- tables of a name
SELECT count(*) FROM information_schema.tables WHERE table_schema = database() AND table_name = ?
;
-- begin migration
DO get_lock(concat('linewatch schema ', database()), 60)
;
-- end migration
DO release_lock(concat('linewatch schema ', database()))
;
-- record step
INSERT INTO schema_step (migration, step) VALUES (?, ?) ON DUPLICATE KEY UPDATE step = step
;
-- begin write
START TRANSACTION READ WRITE
;
-- begin read
START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY
;
-- id of a key
CASE WHEN length(e.event_key) = 16 THEN CAST(lower(concat(substr(hex(e.event_key), 1, 8), '-', substr(hex(e.event_key), 9, 4), '-', substr(hex(e.event_key), 13, 4), '-', substr(hex(e.event_key), 17, 4), '-', substr(hex(e.event_key), 21))) AS BINARY) WHEN length(e.event_key) = 17 AND substr(e.event_key, 17) = x'00' THEN substr(e.event_key, 1, 16) ELSE e.event_key END
;
-- newest stamps
SELECT node_id, last_stamp FROM node ORDER BY node_id
;
-- newest stamp of a process
SELECT last_stamp FROM node WHERE owner = 42
;
-- changed minutes
SELECT bucket_start FROM minute_change WHERE bucket_start >= ? AND node_id = ? AND last_stamp > ? ORDER BY bucket_start
;
-- last received
coalesce((SELECT max(t.last_received) FROM source_receipt t WHERE t.source_id = s.source_id), 0)
;
-- buckets of a source
SELECT sum(events), sum(run_time_ms), sum(defects), sum(unknown_events) FROM rollup_bucket WHERE source_id = ? AND bucket_width = ? AND bucket_start >= ? AND bucket_start < ? UNION ALL SELECT sum(events), sum(run_time_ms), sum(defects), sum(unknown_events) FROM rollup_bucket WHERE source_id = ? AND bucket_width = ? AND bucket_start >= ? AND bucket_start < ?
;
-- horizon
SELECT horizon FROM kept_horizon
;
-- held horizon
SELECT horizon FROM kept_horizon LOCK IN SHARE MODE
;
-- raise horizon
INSERT INTO kept_horizon (id, horizon) VALUES (1, ?) ON DUPLICATE KEY UPDATE horizon = greatest(horizon, VALUES(horizon))
;
-- take turn
SELECT get_lock(concat('linewatch retention ', database()), 0)
;
-- end turn
DO release_lock(concat('linewatch retention ', database()))
;
-- for deletion
 FOR UPDATE
;
-- remove minutes
DELETE FROM rollup_bucket WHERE bucket_width = 60 AND bucket_start < ? ORDER BY bucket_start, source_id, node_id LIMIT ?
;
-- add machine
INSERT INTO machine (machine_id) VALUES (?) ON DUPLICATE KEY UPDATE machine_id = machine_id
;
-- add source
INSERT INTO source (machine_id, line_id, factory_id) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE source_id = last_insert_id(source_id)
;
-- note receipts
INSERT INTO source_receipt (source_id, last_received, node_id) VALUES (:v0, :v1, 3), (:v2, :v3, 3) ON DUPLICATE KEY UPDATE last_received = greatest(last_received, VALUES(last_received))
;
-- note minutes
INSERT INTO minute_change (bucket_start, last_stamp, node_id) VALUES (:v0, :v1, 3), (:v2, :v3, 3) ON DUPLICATE KEY UPDATE last_stamp = VALUES(last_stamp)
;
-- add revisions
INSERT INTO event_revision (event_key, version, source_id, event_time, duration_ms, defect_count, received_time, claim_lag, superseded_at, node_id, superseding_node_id) VALUES (:v0, :v1, :v2, :v3, :v4, :v5, :v6, :v7, :v8, :v9, 3), (:v10, :v11, :v12, :v13, :v14, :v15, :v16, :v17, :v18, :v19, 3)
;
-- add rejections
INSERT INTO rejected_event (received_time, reason, machine_id, sender, raw, node_id) VALUES (:v0, :v1, :v2, :v3, :v4, 3), (:v5, :v6, :v7, :v8, :v9, 3)
;
-- add to sums
INSERT INTO rollup_bucket (bucket_width, bucket_start, source_id, events, run_time_ms, defects, unknown_events, node_id) VALUES (:v0, :v1, :v2, :v3, :v4, :v5, :v6, 3), (:v7, :v8, :v9, :v10, :v11, :v12, :v13, 3) ON DUPLICATE KEY UPDATE events = events + VALUES(events), run_time_ms = run_time_ms + VALUES(run_time_ms), defects = defects + VALUES(defects), unknown_events = unknown_events + VALUES(unknown_events)
;

-- How far the spool of each node has come in (storage/spool.h), written in the transaction that brings its batches in.

CREATE TABLE IF NOT EXISTS spool_mark (
    spool_id BIGINT NOT NULL PRIMARY KEY, -- drawn when the spool's file was made
    number BIGINT NOT NULL                -- of the newest of its batches that is in the database
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
;

-- Before when raw events may be gone, in microseconds since the epoch: one row, so that writers can hold on to it.
CREATE TABLE IF NOT EXISTS kept_horizon (
    id TINYINT NOT NULL PRIMARY KEY, -- 1
    horizon BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
;

-- Nothing was removed: the earliest time there is.
INSERT INTO kept_horizon (id, horizon) VALUES (1, -9223372036854775808) ON DUPLICATE KEY UPDATE id = id
;

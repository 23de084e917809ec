-- What people say of machines and lines. A machine that an event named and that has no row here is new. Lines that
-- count from a date take the place of machine.assigned_line_id, which nothing reads any more.

CREATE TABLE IF NOT EXISTS registry_machine (
    machine_id VARBINARY(256) NOT NULL PRIMARY KEY,
    name VARBINARY(512) NOT NULL,
    factory_id VARBINARY(256) NOT NULL, -- '' where nobody said
    ideal_cycle_ms BIGINT,
    units_per_cycle BIGINT,
    silence_limit_ms BIGINT,
    threshold BIGINT,                -- hundredths of a defect an hour
    notes BLOB NOT NULL,
    retired_since BIGINT,
    confirmed TINYINT NOT NULL,      -- 0 or 1
    changed_in BIGINT NOT NULL       -- the number of the change that made the row what it is
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
;

CREATE TABLE IF NOT EXISTS registry_line (
    line_id VARBINARY(256) NOT NULL PRIMARY KEY,
    name VARBINARY(512) NOT NULL,
    factory_id VARBINARY(256) NOT NULL,
    notes BLOB NOT NULL,
    confirmed TINYINT NOT NULL,
    changed_in BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
;

-- The line of events that state none, by the time of the event.
CREATE TABLE IF NOT EXISTS line_assignment (
    machine_id VARBINARY(256) NOT NULL,
    counts_from BIGINT NOT NULL,     -- the lowest number there is: always
    line_id VARBINARY(256) NOT NULL, -- '': none
    PRIMARY KEY (machine_id, counts_from)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
;

INSERT INTO line_assignment (machine_id, counts_from, line_id)
SELECT m.machine_id, -9223372036854775808, m.assigned_line_id FROM machine m WHERE m.assigned_line_id <> ''
ON DUPLICATE KEY UPDATE counts_from = line_assignment.counts_from
;

INSERT INTO registry_machine (machine_id, name, factory_id, notes, confirmed, changed_in)
SELECT m.machine_id, '', '', '', 0, 0 FROM machine m WHERE m.assigned_line_id <> ''
ON DUPLICATE KEY UPDATE name = registry_machine.name
;

-- The newest changes, and what the entries were before them, so that they can be undone.
CREATE TABLE IF NOT EXISTS registry_change (
    number BIGINT NOT NULL PRIMARY KEY,
    changed_at BIGINT NOT NULL,
    what VARBINARY(1024) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
;

CREATE TABLE IF NOT EXISTS registry_before (
    number BIGINT NOT NULL,
    kind VARBINARY(16) NOT NULL,     -- machine or line
    id VARBINARY(256) NOT NULL,
    content MEDIUMBLOB NOT NULL,     -- see storage/registryjson.h; '' where there was no row
    PRIMARY KEY (number, kind, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
;

-- One row, which goes up with each change; whoever changes something holds it first.
CREATE TABLE IF NOT EXISTS registry_state (
    id TINYINT NOT NULL PRIMARY KEY, -- 1
    revision BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
;

INSERT INTO registry_state (id, revision) VALUES (1, 0) ON DUPLICATE KEY UPDATE id = id
;

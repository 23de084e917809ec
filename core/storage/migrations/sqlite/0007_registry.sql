-- What people say of machines and lines. A machine that an event named and that has no row here is new. Lines that
-- count from a date take the place of machine.assigned_line_id, which nothing reads any more.

CREATE TABLE IF NOT EXISTS registry_machine (
    machine_id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    factory_id TEXT NOT NULL,        -- '' where nobody said
    ideal_cycle_ms INTEGER,
    units_per_cycle INTEGER,
    silence_limit_ms INTEGER,
    threshold INTEGER,               -- hundredths of a defect an hour
    notes TEXT NOT NULL,
    retired_since INTEGER,
    confirmed INTEGER NOT NULL,      -- 0 or 1
    changed_in INTEGER NOT NULL      -- the number of the change that made the row what it is
) WITHOUT ROWID
;

CREATE TABLE IF NOT EXISTS registry_line (
    line_id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    factory_id TEXT NOT NULL,
    notes TEXT NOT NULL,
    confirmed INTEGER NOT NULL,
    changed_in INTEGER NOT NULL
) WITHOUT ROWID
;

-- The line of events that state none, by the time of the event.
CREATE TABLE IF NOT EXISTS line_assignment (
    machine_id TEXT NOT NULL,
    counts_from INTEGER NOT NULL,    -- the lowest number there is: always
    line_id TEXT NOT NULL,           -- '': none
    PRIMARY KEY (machine_id, counts_from)
) WITHOUT ROWID
;

INSERT INTO line_assignment (machine_id, counts_from, line_id)
SELECT machine_id, -9223372036854775807 - 1, assigned_line_id FROM machine WHERE assigned_line_id <> ''
ON CONFLICT DO NOTHING
;

INSERT INTO registry_machine (machine_id, name, factory_id, notes, confirmed, changed_in)
SELECT machine_id, '', '', '', 0, 0 FROM machine WHERE assigned_line_id <> ''
ON CONFLICT DO NOTHING
;

-- The newest changes, and what the entries were before them, so that they can be undone.
CREATE TABLE IF NOT EXISTS registry_change (
    number INTEGER NOT NULL PRIMARY KEY,
    changed_at INTEGER NOT NULL,
    what TEXT NOT NULL
)
;

CREATE TABLE IF NOT EXISTS registry_before (
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,              -- machine or line
    id TEXT NOT NULL,
    content TEXT NOT NULL,           -- see storage/registryjson.h; '' where there was no row
    PRIMARY KEY (number, kind, id)
) WITHOUT ROWID
;

-- One row, which goes up with each change; whoever changes something holds it first.
CREATE TABLE IF NOT EXISTS registry_state (
    id INTEGER NOT NULL PRIMARY KEY, -- 1
    revision INTEGER NOT NULL
)
;

INSERT INTO registry_state (id, revision) VALUES (1, 0) ON CONFLICT DO NOTHING
;

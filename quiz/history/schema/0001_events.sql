-- The truth: rows of these four tables are added, never changed.

CREATE TABLE devices (
	number INTEGER PRIMARY KEY,
	name   TEXT NOT NULL UNIQUE CHECK (length(name) = 32)
) STRICT;

-- Every card that an event names. A row whose face is '' is a question, the
-- subject of seen events.
CREATE TABLE cards (
	number   INTEGER PRIMARY KEY,
	deck     TEXT NOT NULL,
	question TEXT NOT NULL,
	face     TEXT NOT NULL,
	UNIQUE (deck, question, face)
) STRICT;

CREATE TABLE events (
	number   INTEGER PRIMARY KEY, -- order of arrival
	id       BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	device   INTEGER NOT NULL REFERENCES devices,
	sequence INTEGER NOT NULL CHECK (sequence > 0),
	at       INTEGER NOT NULL,             -- unix ms by the device's clock
	kind     TEXT NOT NULL,
	first    BLOB,                         -- id of the first event of its action, null there
	card     INTEGER REFERENCES cards,     -- null for undo, relink and settings
	body     TEXT NOT NULL                 -- JSON; '' for kinds without a body
) STRICT;

CREATE INDEX events_device ON events (device, sequence);
CREATE INDEX events_first ON events (first) WHERE first IS NOT NULL;
CREATE INDEX events_rare ON events (kind) WHERE kind IN ('undo', 'relink', 'settings');

-- The device that this file is.
CREATE TABLE self (
	one    INTEGER PRIMARY KEY CHECK (one = 1),
	device INTEGER NOT NULL REFERENCES devices
) STRICT;

-- The cache: what all events together make of each, rebuilt from the above.

CREATE TABLE placed (
	event  INTEGER PRIMARY KEY REFERENCES events,
	time   INTEGER NOT NULL,           -- effective, unix ms
	undone INTEGER NOT NULL,           -- 0 or 1
	holder INTEGER REFERENCES cards    -- the card that holds it after relinks
) STRICT;

CREATE INDEX placed_holder ON placed (holder);
CREATE INDEX placed_time ON placed (time);

-- The progress of up to 64 cards in a row, packed: all cards of a large deck
-- are a few rows away.
CREATE TABLE progress (
	shelf INTEGER PRIMARY KEY, -- card number / 64
	cards BLOB NOT NULL
) STRICT;

-- What comes with pages: where they were fetched, their pictures, what is alike, what a person says about sites and origins.

-- Where the bytes of a version were fetched, for those that were: what the server said about them lets a later fetch ask
-- whether anything changed.
CREATE TABLE version_fetch (
  id            INTEGER PRIMARY KEY,
  uid           TEXT NOT NULL UNIQUE,
  version_id    INTEGER NOT NULL UNIQUE REFERENCES article_version DEFERRABLE INITIALLY DEFERRED,
  asked         TEXT NOT NULL,         -- the address that the person gave
  url           TEXT NOT NULL,         -- where the bytes came from, after redirects
  at            TEXT NOT NULL,
  media         TEXT,                  -- Content-Type as told
  etag          TEXT,
  last_modified TEXT                   -- as told
) STRICT;

-- A picture of a version that the person had fetched.
CREATE TABLE version_picture (
  id              INTEGER PRIMARY KEY,
  uid             TEXT NOT NULL UNIQUE,
  version_id      INTEGER NOT NULL REFERENCES article_version DEFERRABLE INITIALLY DEFERRED,
  address         TEXT NOT NULL,       -- as the record has it
  snapshot_sha256 TEXT NOT NULL,
  media           TEXT NOT NULL,       -- what the bytes are
  at              TEXT NOT NULL,
  UNIQUE (version_id, address)
) STRICT;

-- What a person taught about the pages of one site.
CREATE TABLE site_rule (
  id      INTEGER PRIMARY KEY,
  uid     TEXT NOT NULL UNIQUE,
  site    TEXT NOT NULL,               -- model::address::site
  subject TEXT NOT NULL,               -- one rule for each: a field's name, or the hash of a line
  rule    TEXT NOT NULL,               -- JSON, model::site_rule::Rule
  made_at TEXT NOT NULL,
  UNIQUE (site, subject)
) STRICT;

-- Where a report comes from, by the person's word against what the cues say (tradecraft.md 2.3).
CREATE TABLE origin_said (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  article_id INTEGER NOT NULL UNIQUE REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  same_as    INTEGER REFERENCES article DEFERRABLE INITIALLY DEFERRED,   -- nothing: it stands alone
  at         TEXT NOT NULL
) STRICT;
CREATE INDEX origin_said_same_as ON origin_said (same_as);

-- What a version is found again by, made from its record and never journalled: `likeness_due` names the versions that have
-- none yet, because they came before this schema or came back by undo.

CREATE TABLE likeness (
  version_id INTEGER PRIMARY KEY,
  runs       INTEGER NOT NULL,         -- model::sketch
  lowest     TEXT NOT NULL,            -- JSON array
  looked_up  INTEGER NOT NULL,         -- how many of those are in likeness_run
  agency     TEXT,                     -- the agency it credits
  site       TEXT                      -- where it was found
) STRICT;

CREATE TABLE likeness_run (
  run        INTEGER NOT NULL,
  version_id INTEGER NOT NULL,
  PRIMARY KEY (run, version_id)
) STRICT, WITHOUT ROWID;

-- Addresses as model::address::page_key makes them.
CREATE TABLE likeness_address (
  version_id INTEGER NOT NULL,
  role       TEXT NOT NULL CHECK (role IN ('found', 'stated', 'original')),   -- store::likeness::Role
  key        TEXT NOT NULL,
  PRIMARY KEY (version_id, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX likeness_address_key ON likeness_address (key);

CREATE TABLE likeness_due (
  version_id INTEGER PRIMARY KEY
) STRICT;
INSERT INTO likeness_due (version_id) SELECT id FROM article_version;

CREATE TRIGGER likeness_insert AFTER INSERT ON article_version BEGIN
  INSERT INTO likeness_due (version_id) VALUES (NEW.id);
END;
CREATE TRIGGER likeness_delete AFTER DELETE ON article_version BEGIN
  DELETE FROM likeness_run
  WHERE (run, version_id) IN (SELECT j.value, OLD.id FROM likeness k, json_each(k.lowest) j
                              WHERE k.version_id = OLD.id AND j.key < k.looked_up);
  DELETE FROM likeness WHERE version_id = OLD.id;
  DELETE FROM likeness_address WHERE version_id = OLD.id;
  DELETE FROM likeness_due WHERE version_id = OLD.id;
END;

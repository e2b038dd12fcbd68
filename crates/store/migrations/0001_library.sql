-- The library, first version. Every record has an integer rowid for speed and a UUIDv7 `uid` for identity.
-- Times are ISO 8601 in UTC with milliseconds, days are YYYY-MM-DD, offsets are code points of the canonical text.
-- Tables with a `uid` are journalled: triggers generated from this schema (src/journal/triggers.rs) write each change of a row.
-- References are deferred, so that undo can put rows back in any order.

CREATE TABLE library (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- Content, by SHA-256: never changed, never journalled, shared by whatever names it.

CREATE TABLE snapshot (
  id     INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  size   INTEGER NOT NULL,      -- bytes before compression
  zstd   BLOB NOT NULL
) STRICT;

CREATE TABLE content (
  id     INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  body   TEXT NOT NULL
) STRICT;

-- The journal.

CREATE TABLE op (
  id     INTEGER PRIMARY KEY,
  uid    TEXT NOT NULL UNIQUE,
  device TEXT NOT NULL,
  hlc    TEXT NOT NULL,         -- hybrid logical clock: time, counter, device
  kind   TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target INTEGER REFERENCES op, -- the op undone or redone
  label  TEXT NOT NULL,
  at     TEXT NOT NULL,
  before TEXT NOT NULL,         -- hash of the op before
  hash   TEXT NOT NULL
) STRICT;
CREATE INDEX op_target ON op (target, id);

CREATE TABLE change (
  id     INTEGER PRIMARY KEY,
  op_id  INTEGER NOT NULL REFERENCES op DEFERRABLE INITIALLY DEFERRED,
  noun   TEXT NOT NULL,         -- table
  uid    TEXT NOT NULL,         -- of the row
  before TEXT,                  -- the row as JSON, references as uids; null when it was made
  after  TEXT                   -- null when it was taken away
) STRICT;
CREATE INDEX change_op ON change (op_id);
CREATE INDEX change_row ON change (noun, uid);

-- The op that is being written; empty outside a transaction, and then the triggers refuse every write.
CREATE TABLE current_op (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  op_id INTEGER
) STRICT;
INSERT INTO current_op VALUES (1, NULL);

-- Sources.

CREATE TABLE source (
  id      INTEGER PRIMARY KEY,
  uid     TEXT NOT NULL UNIQUE,
  name    TEXT NOT NULL,
  key     TEXT NOT NULL UNIQUE, -- the name folded: what makes two names the same source
  kind    TEXT NOT NULL CHECK (kind IN ('outlet', 'author')),
  made_at TEXT NOT NULL
) STRICT;

CREATE TABLE source_grade (
  id          INTEGER PRIMARY KEY,
  uid         TEXT NOT NULL UNIQUE,
  source_id   INTEGER NOT NULL REFERENCES source DEFERRABLE INITIALLY DEFERRED,
  reliability TEXT NOT NULL CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  reason      TEXT NOT NULL,
  at          TEXT NOT NULL
) STRICT;
CREATE INDEX source_grade_source ON source_grade (source_id, id);

-- Articles.

CREATE TABLE article (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  source_id  INTEGER REFERENCES source DEFERRABLE INITIALLY DEFERRED,
  state      TEXT NOT NULL CHECK (state IN ('inbox', 'later', 'archive')),
  read_at    TEXT,
  starred    INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
  added_at   TEXT NOT NULL,
  trashed_at TEXT
) STRICT;
CREATE INDEX article_source ON article (source_id);

CREATE TABLE article_version (
  id              INTEGER PRIMARY KEY,
  uid             TEXT NOT NULL UNIQUE,
  article_id      INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  number          INTEGER NOT NULL,   -- 1, 2 … within the article
  captured_at     TEXT NOT NULL,
  file_name       TEXT,               -- as given at import, for people
  snapshot_sha256 TEXT NOT NULL,
  text_sha256     TEXT NOT NULL,
  record_sha256   TEXT NOT NULL,      -- meta, blocks and what was removed, as JSON
  indexed_chars   INTEGER NOT NULL,   -- the text is searched up to here: related headlines come after
  parser          TEXT NOT NULL,
  headline        TEXT NOT NULL,
  deck            TEXT,
  section         TEXT,
  authors         TEXT NOT NULL,      -- JSON array
  published       TEXT,
  language        TEXT
) STRICT;
CREATE INDEX article_version_article ON article_version (article_id, number);
CREATE INDEX article_version_snapshot ON article_version (snapshot_sha256);
CREATE INDEX article_version_text ON article_version (text_sha256);

-- Annotations and what they are tied to.

CREATE TABLE annotation (
  id          INTEGER PRIMARY KEY,
  uid         TEXT NOT NULL UNIQUE,
  article_id  INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  kind        TEXT NOT NULL CHECK (kind IN ('fact', 'judgement', 'risk', 'question', 'claim')),
  quote       TEXT NOT NULL,          -- the words when they were marked: they outlive every version
  note        TEXT,
  speaker     TEXT,                   -- who is quoted, as the analyst says
  credibility INTEGER NOT NULL DEFAULT 6 CHECK (credibility BETWEEN 1 AND 6),
  made_at     TEXT NOT NULL,
  trashed_at  TEXT
) STRICT;
CREATE INDEX annotation_article ON annotation (article_id);

CREATE TABLE anchor (
  id            INTEGER PRIMARY KEY,
  uid           TEXT NOT NULL UNIQUE,
  annotation_id INTEGER NOT NULL REFERENCES annotation DEFERRABLE INITIALLY DEFERRED,
  version_id    INTEGER NOT NULL REFERENCES article_version DEFERRABLE INITIALLY DEFERRED,
  prefix        TEXT NOT NULL,
  exact         TEXT NOT NULL,
  suffix        TEXT NOT NULL,
  start         INTEGER,              -- nothing for an orphan
  end           INTEGER,
  state         TEXT NOT NULL CHECK (state IN ('exact', 'moved', 'approximate', 'orphan')),
  score         INTEGER NOT NULL CHECK (score BETWEEN 0 AND 1000),   -- thousandths
  UNIQUE (annotation_id, version_id)
) STRICT;
CREATE INDEX anchor_version ON anchor (version_id);

CREATE TABLE tag (
  id   INTEGER PRIMARY KEY,
  uid  TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  key  TEXT NOT NULL UNIQUE           -- the path without regard to case
) STRICT;

CREATE TABLE article_tag (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  article_id INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  tag_id     INTEGER NOT NULL REFERENCES tag DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (article_id, tag_id)
) STRICT;
CREATE INDEX article_tag_tag ON article_tag (tag_id);

CREATE TABLE annotation_tag (
  id            INTEGER PRIMARY KEY,
  uid           TEXT NOT NULL UNIQUE,
  annotation_id INTEGER NOT NULL REFERENCES annotation DEFERRABLE INITIALLY DEFERRED,
  tag_id        INTEGER NOT NULL REFERENCES tag DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (annotation_id, tag_id)
) STRICT;
CREATE INDEX annotation_tag_tag ON annotation_tag (tag_id);

-- Risks. What a source claims stays in its article; what stands here is the analyst's.

CREATE TABLE risk (
  id                INTEGER PRIMARY KEY,
  uid               TEXT NOT NULL UNIQUE,
  number            INTEGER NOT NULL UNIQUE,
  title             TEXT NOT NULL,
  statement         TEXT,
  statement_is_claim INTEGER NOT NULL DEFAULT 0 CHECK (statement_is_claim IN (0, 1)),   -- the source's words, adopted
  origin_version_id INTEGER REFERENCES article_version DEFERRABLE INITIALLY DEFERRED,   -- adopted from
  origin_number     INTEGER,                                                            -- RKn there
  sectors           TEXT NOT NULL DEFAULT '[]',                                         -- JSON array, as printed by the source
  made_at           TEXT NOT NULL,
  trashed_at        TEXT
) STRICT;
CREATE INDEX risk_origin ON risk (origin_version_id);

-- Append-only: a judgement is never changed, only followed by another.
CREATE TABLE assessment (
  id               INTEGER PRIMARY KEY,
  uid              TEXT NOT NULL UNIQUE,
  risk_id          INTEGER NOT NULL REFERENCES risk DEFERRABLE INITIALLY DEFERRED,
  number           INTEGER NOT NULL,   -- 1, 2 … within the risk
  as_of            TEXT NOT NULL,
  made_at          TEXT NOT NULL,
  scale            TEXT NOT NULL,
  term             TEXT NOT NULL,
  percent          REAL NOT NULL,
  percent_source   TEXT NOT NULL CHECK (percent_source IN ('analyst', 'term-midpoint')),
  likelihood       INTEGER NOT NULL CHECK (likelihood BETWEEN 1 AND 5),
  impact           INTEGER NOT NULL CHECK (impact BETWEEN 1 AND 5),
  matrix           TEXT NOT NULL,
  rating           TEXT NOT NULL,
  confidence       TEXT NOT NULL CHECK (confidence IN ('low', 'moderate', 'high')),
  confidence_basis TEXT NOT NULL,
  rationale        TEXT NOT NULL,
  horizon          TEXT,
  UNIQUE (risk_id, number)
) STRICT;

CREATE TABLE evidence (
  id            INTEGER PRIMARY KEY,
  uid           TEXT NOT NULL UNIQUE,
  risk_id       INTEGER NOT NULL REFERENCES risk DEFERRABLE INITIALLY DEFERRED,
  annotation_id INTEGER NOT NULL REFERENCES annotation DEFERRABLE INITIALLY DEFERRED,
  stance        TEXT NOT NULL CHECK (stance IN ('supports', 'contradicts', 'context')),
  weight        TEXT NOT NULL CHECK (weight IN ('L', 'M', 'H')),
  made_at       TEXT NOT NULL,
  trashed_at    TEXT,
  UNIQUE (risk_id, annotation_id)
) STRICT;
CREATE INDEX evidence_annotation ON evidence (annotation_id);

-- What stood when the judgement was made.
CREATE TABLE assessment_evidence (
  id            INTEGER PRIMARY KEY,
  uid           TEXT NOT NULL UNIQUE,
  assessment_id INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
  evidence_id   INTEGER NOT NULL REFERENCES evidence DEFERRABLE INITIALLY DEFERRED,
  stance        TEXT NOT NULL,
  weight        TEXT NOT NULL,
  UNIQUE (assessment_id, evidence_id)
) STRICT;
CREATE INDEX assessment_evidence_evidence ON assessment_evidence (evidence_id);

-- Briefs.

CREATE TABLE brief (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  number     INTEGER NOT NULL,        -- with the year of making: CN-2026-003
  template   TEXT NOT NULL,
  title      TEXT NOT NULL,
  subtitle   TEXT,
  marking    TEXT NOT NULL,
  cutoff     TEXT,
  desk       TEXT,
  org        TEXT,
  authors    TEXT NOT NULL DEFAULT '[]',   -- JSON array
  made_at    TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  trashed_at TEXT
) STRICT;

CREATE TABLE brief_block (
  id       INTEGER PRIMARY KEY,
  uid      TEXT NOT NULL UNIQUE,
  brief_id INTEGER NOT NULL REFERENCES brief DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,          -- order within the brief
  kind     TEXT NOT NULL CHECK (kind IN ('bluf', 'judgement', 'paragraph', 'risk', 'evidence')),
  body     TEXT NOT NULL,             -- JSON, model::brief::BlockBody
  text     TEXT NOT NULL,             -- the analyst's words, for search
  risk_id  INTEGER REFERENCES risk DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX brief_block_brief ON brief_block (brief_id, position);
CREATE INDEX brief_block_risk ON brief_block (risk_id);

-- Freezes the quote and the version it came from: what was cited stays what it was.
CREATE TABLE citation (
  id             INTEGER PRIMARY KEY,
  uid            TEXT NOT NULL UNIQUE,
  brief_block_id INTEGER NOT NULL REFERENCES brief_block DEFERRABLE INITIALLY DEFERRED,
  annotation_id  INTEGER NOT NULL REFERENCES annotation DEFERRABLE INITIALLY DEFERRED,
  version_id     INTEGER NOT NULL REFERENCES article_version DEFERRABLE INITIALLY DEFERRED,
  position       INTEGER NOT NULL,
  quote          TEXT NOT NULL,
  locator        TEXT NOT NULL
) STRICT;
CREATE INDEX citation_block ON citation (brief_block_id, position);
CREATE INDEX citation_annotation ON citation (annotation_id);
CREATE INDEX citation_version ON citation (version_id);

-- Search: external content, rebuildable at any time, never journalled.

CREATE VIEW article_search_row AS
  SELECT v.id AS id, v.headline AS headline, substr(c.body, 1, v.indexed_chars) AS body
  FROM article_version v JOIN content c ON c.sha256 = v.text_sha256;
CREATE VIRTUAL TABLE article_search USING fts5 (
  headline, body, content = 'article_search_row', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE TRIGGER article_search_insert AFTER INSERT ON article_version BEGIN
  INSERT INTO article_search (rowid, headline, body) SELECT id, headline, body FROM article_search_row WHERE id = NEW.id;
END;
CREATE TRIGGER article_search_delete BEFORE DELETE ON article_version BEGIN
  INSERT INTO article_search (article_search, rowid, headline, body)
  SELECT 'delete', id, headline, body FROM article_search_row WHERE id = OLD.id;
END;
CREATE TRIGGER article_search_update_before BEFORE UPDATE ON article_version BEGIN
  INSERT INTO article_search (article_search, rowid, headline, body)
  SELECT 'delete', id, headline, body FROM article_search_row WHERE id = OLD.id;
END;
CREATE TRIGGER article_search_update_after AFTER UPDATE ON article_version BEGIN
  INSERT INTO article_search (rowid, headline, body) SELECT id, headline, body FROM article_search_row WHERE id = NEW.id;
END;

CREATE VIRTUAL TABLE annotation_search USING fts5 (
  quote, note, content = 'annotation', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE TRIGGER annotation_search_insert AFTER INSERT ON annotation BEGIN
  INSERT INTO annotation_search (rowid, quote, note) VALUES (NEW.id, NEW.quote, NEW.note);
END;
CREATE TRIGGER annotation_search_delete AFTER DELETE ON annotation BEGIN
  INSERT INTO annotation_search (annotation_search, rowid, quote, note) VALUES ('delete', OLD.id, OLD.quote, OLD.note);
END;
CREATE TRIGGER annotation_search_update AFTER UPDATE OF quote, note ON annotation BEGIN
  INSERT INTO annotation_search (annotation_search, rowid, quote, note) VALUES ('delete', OLD.id, OLD.quote, OLD.note);
  INSERT INTO annotation_search (rowid, quote, note) VALUES (NEW.id, NEW.quote, NEW.note);
END;

CREATE VIRTUAL TABLE risk_search USING fts5 (
  title, statement, content = 'risk', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE TRIGGER risk_search_insert AFTER INSERT ON risk BEGIN
  INSERT INTO risk_search (rowid, title, statement) VALUES (NEW.id, NEW.title, NEW.statement);
END;
CREATE TRIGGER risk_search_delete AFTER DELETE ON risk BEGIN
  INSERT INTO risk_search (risk_search, rowid, title, statement) VALUES ('delete', OLD.id, OLD.title, OLD.statement);
END;
CREATE TRIGGER risk_search_update AFTER UPDATE OF title, statement ON risk BEGIN
  INSERT INTO risk_search (risk_search, rowid, title, statement) VALUES ('delete', OLD.id, OLD.title, OLD.statement);
  INSERT INTO risk_search (rowid, title, statement) VALUES (NEW.id, NEW.title, NEW.statement);
END;

CREATE VIRTUAL TABLE brief_title_search USING fts5 (
  title, subtitle, content = 'brief', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE TRIGGER brief_title_search_insert AFTER INSERT ON brief BEGIN
  INSERT INTO brief_title_search (rowid, title, subtitle) VALUES (NEW.id, NEW.title, NEW.subtitle);
END;
CREATE TRIGGER brief_title_search_delete AFTER DELETE ON brief BEGIN
  INSERT INTO brief_title_search (brief_title_search, rowid, title, subtitle) VALUES ('delete', OLD.id, OLD.title, OLD.subtitle);
END;
CREATE TRIGGER brief_title_search_update AFTER UPDATE OF title, subtitle ON brief BEGIN
  INSERT INTO brief_title_search (brief_title_search, rowid, title, subtitle) VALUES ('delete', OLD.id, OLD.title, OLD.subtitle);
  INSERT INTO brief_title_search (rowid, title, subtitle) VALUES (NEW.id, NEW.title, NEW.subtitle);
END;

CREATE VIRTUAL TABLE brief_search USING fts5 (
  text, content = 'brief_block', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE TRIGGER brief_search_insert AFTER INSERT ON brief_block BEGIN
  INSERT INTO brief_search (rowid, text) VALUES (NEW.id, NEW.text);
END;
CREATE TRIGGER brief_search_delete AFTER DELETE ON brief_block BEGIN
  INSERT INTO brief_search (brief_search, rowid, text) VALUES ('delete', OLD.id, OLD.text);
END;
CREATE TRIGGER brief_search_update AFTER UPDATE OF text ON brief_block BEGIN
  INSERT INTO brief_search (brief_search, rowid, text) VALUES ('delete', OLD.id, OLD.text);
  INSERT INTO brief_search (rowid, text) VALUES (NEW.id, NEW.text);
END;

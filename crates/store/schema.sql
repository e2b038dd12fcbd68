-- Generated from migrations/ and the journal's triggers: UPDATE_EXPECT=1 cargo nextest run -p store schema_sql

CREATE TABLE library (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
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
CREATE TABLE current_op (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  op_id INTEGER
) STRICT;
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
CREATE VIRTUAL TABLE article_search USING fts5 (
  headline, body, content = 'article_search_row', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE VIRTUAL TABLE annotation_search USING fts5 (
  quote, note, content = 'annotation', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE VIRTUAL TABLE risk_search USING fts5 (
  title, statement, content = 'risk', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE VIRTUAL TABLE brief_title_search USING fts5 (
  title, subtitle, content = 'brief', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE VIRTUAL TABLE brief_search USING fts5 (
  text, content = 'brief_block', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE TABLE risk_keeping (
  id        INTEGER PRIMARY KEY,
  uid       TEXT NOT NULL UNIQUE,
  risk_id   INTEGER NOT NULL UNIQUE REFERENCES risk DEFERRABLE INITIALLY DEFERRED,
  status    TEXT NOT NULL CHECK (status IN ('open', 'watch', 'closed', 'resolved', 'void')),   -- tradecraft.md 3.3
  owner     TEXT,
  review_on TEXT                       -- the day the entry is to be looked at again
) STRICT;
CREATE TABLE claim_set_aside (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  version_id INTEGER NOT NULL REFERENCES article_version DEFERRABLE INITIALLY DEFERRED,
  number     INTEGER NOT NULL,         -- RKn there
  at         TEXT NOT NULL,
  UNIQUE (version_id, number)
) STRICT;
CREATE TABLE reading_place (
  article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,   -- an import may be undone
  block      TEXT NOT NULL,            -- the id of the block that was in focus
  at         TEXT NOT NULL
) STRICT;
CREATE TABLE note_draft (
  annotation_id INTEGER PRIMARY KEY REFERENCES annotation ON DELETE CASCADE,
  text          TEXT NOT NULL,
  at            TEXT NOT NULL
) STRICT;
CREATE TABLE import_draft (
  id          INTEGER PRIMARY KEY,
  sha256      TEXT NOT NULL UNIQUE,    -- of the text: what is pasted again is the same draft
  text        TEXT NOT NULL,
  corrections TEXT NOT NULL,           -- JSON, as the desk reads it
  at          TEXT NOT NULL
) STRICT;
CREATE INDEX article_list ON article (state, id);
CREATE TABLE check_accepted (
  id       INTEGER PRIMARY KEY,
  uid      TEXT NOT NULL UNIQUE,
  brief_id INTEGER NOT NULL REFERENCES brief DEFERRABLE INITIALLY DEFERRED,
  rule     TEXT NOT NULL,              -- EL-004 …
  sentence TEXT NOT NULL,              -- hash of the sentence, or of what the finding is about
  reason   TEXT NOT NULL,
  at       TEXT NOT NULL,
  UNIQUE (brief_id, rule, sentence)
) STRICT;
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
CREATE TABLE site_rule (
  id      INTEGER PRIMARY KEY,
  uid     TEXT NOT NULL UNIQUE,
  site    TEXT NOT NULL,               -- model::address::site
  subject TEXT NOT NULL,               -- one rule for each: a field's name, or the hash of a line
  rule    TEXT NOT NULL,               -- JSON, model::site_rule::Rule
  made_at TEXT NOT NULL,
  UNIQUE (site, subject)
) STRICT;
CREATE TABLE origin_said (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  article_id INTEGER NOT NULL UNIQUE REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  same_as    INTEGER REFERENCES article DEFERRABLE INITIALLY DEFERRED,   -- nothing: it stands alone
  at         TEXT NOT NULL
) STRICT;
CREATE INDEX origin_said_same_as ON origin_said (same_as);
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
CREATE TABLE picture_look (
  snapshot_sha256 TEXT PRIMARY KEY,
  media           TEXT,                -- model::picture::PictureKind; nothing where the bytes are no picture
  width           INTEGER,             -- pixels
  height          INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX version_picture_snapshot ON version_picture (snapshot_sha256);
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
CREATE TRIGGER journal_source_insert AFTER INSERT ON "source" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'source', NEW.uid, NULL, json_object('uid', NEW."uid", 'name', NEW."name", 'key', NEW."key", 'kind', NEW."kind", 'made_at', NEW."made_at") FROM current_op;
END;
CREATE TRIGGER journal_source_update AFTER UPDATE ON "source"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."name" IS NOT NEW."name" OR OLD."key" IS NOT NEW."key" OR OLD."kind" IS NOT NEW."kind" OR OLD."made_at" IS NOT NEW."made_at" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'source', NEW.uid, json_object('uid', OLD."uid", 'name', OLD."name", 'key', OLD."key", 'kind', OLD."kind", 'made_at', OLD."made_at"), json_object('uid', NEW."uid", 'name', NEW."name", 'key', NEW."key", 'kind', NEW."kind", 'made_at', NEW."made_at") FROM current_op;
END;
CREATE TRIGGER journal_source_delete AFTER DELETE ON "source" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'source', OLD.uid, json_object('uid', OLD."uid", 'name', OLD."name", 'key', OLD."key", 'kind', OLD."kind", 'made_at', OLD."made_at"), NULL FROM current_op;
END;
CREATE TRIGGER journal_source_grade_insert AFTER INSERT ON "source_grade" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'source_grade', NEW.uid, NULL, json_object('uid', NEW."uid", 'source_id', (SELECT uid FROM "source" WHERE id = NEW."source_id"), 'reliability', NEW."reliability", 'reason', NEW."reason", 'at', NEW."at") FROM current_op;
END;
CREATE TRIGGER journal_source_grade_update AFTER UPDATE ON "source_grade"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."source_id" IS NOT NEW."source_id" OR OLD."reliability" IS NOT NEW."reliability" OR OLD."reason" IS NOT NEW."reason" OR OLD."at" IS NOT NEW."at" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'source_grade', NEW.uid, json_object('uid', OLD."uid", 'source_id', (SELECT uid FROM "source" WHERE id = OLD."source_id"), 'reliability', OLD."reliability", 'reason', OLD."reason", 'at', OLD."at"), json_object('uid', NEW."uid", 'source_id', (SELECT uid FROM "source" WHERE id = NEW."source_id"), 'reliability', NEW."reliability", 'reason', NEW."reason", 'at', NEW."at") FROM current_op;
END;
CREATE TRIGGER journal_source_grade_delete AFTER DELETE ON "source_grade" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'source_grade', OLD.uid, json_object('uid', OLD."uid", 'source_id', (SELECT uid FROM "source" WHERE id = OLD."source_id"), 'reliability', OLD."reliability", 'reason', OLD."reason", 'at', OLD."at"), NULL FROM current_op;
END;
CREATE TRIGGER journal_article_insert AFTER INSERT ON "article" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'article', NEW.uid, NULL, json_object('uid', NEW."uid", 'source_id', (SELECT uid FROM "source" WHERE id = NEW."source_id"), 'state', NEW."state", 'read_at', NEW."read_at", 'starred', NEW."starred", 'added_at', NEW."added_at", 'trashed_at', NEW."trashed_at") FROM current_op;
END;
CREATE TRIGGER journal_article_update AFTER UPDATE ON "article"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."source_id" IS NOT NEW."source_id" OR OLD."state" IS NOT NEW."state" OR OLD."read_at" IS NOT NEW."read_at" OR OLD."starred" IS NOT NEW."starred" OR OLD."added_at" IS NOT NEW."added_at" OR OLD."trashed_at" IS NOT NEW."trashed_at" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'article', NEW.uid, json_object('uid', OLD."uid", 'source_id', (SELECT uid FROM "source" WHERE id = OLD."source_id"), 'state', OLD."state", 'read_at', OLD."read_at", 'starred', OLD."starred", 'added_at', OLD."added_at", 'trashed_at', OLD."trashed_at"), json_object('uid', NEW."uid", 'source_id', (SELECT uid FROM "source" WHERE id = NEW."source_id"), 'state', NEW."state", 'read_at', NEW."read_at", 'starred', NEW."starred", 'added_at', NEW."added_at", 'trashed_at', NEW."trashed_at") FROM current_op;
END;
CREATE TRIGGER journal_article_delete AFTER DELETE ON "article" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'article', OLD.uid, json_object('uid', OLD."uid", 'source_id', (SELECT uid FROM "source" WHERE id = OLD."source_id"), 'state', OLD."state", 'read_at', OLD."read_at", 'starred', OLD."starred", 'added_at', OLD."added_at", 'trashed_at', OLD."trashed_at"), NULL FROM current_op;
END;
CREATE TRIGGER journal_article_version_insert AFTER INSERT ON "article_version" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'article_version', NEW.uid, NULL, json_object('uid', NEW."uid", 'article_id', (SELECT uid FROM "article" WHERE id = NEW."article_id"), 'number', NEW."number", 'captured_at', NEW."captured_at", 'file_name', NEW."file_name", 'snapshot_sha256', NEW."snapshot_sha256", 'text_sha256', NEW."text_sha256", 'record_sha256', NEW."record_sha256", 'indexed_chars', NEW."indexed_chars", 'parser', NEW."parser", 'headline', NEW."headline", 'deck', NEW."deck", 'section', NEW."section", 'authors', NEW."authors", 'published', NEW."published", 'language', NEW."language") FROM current_op;
END;
CREATE TRIGGER journal_article_version_update AFTER UPDATE ON "article_version"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."article_id" IS NOT NEW."article_id" OR OLD."number" IS NOT NEW."number" OR OLD."captured_at" IS NOT NEW."captured_at" OR OLD."file_name" IS NOT NEW."file_name" OR OLD."snapshot_sha256" IS NOT NEW."snapshot_sha256" OR OLD."text_sha256" IS NOT NEW."text_sha256" OR OLD."record_sha256" IS NOT NEW."record_sha256" OR OLD."indexed_chars" IS NOT NEW."indexed_chars" OR OLD."parser" IS NOT NEW."parser" OR OLD."headline" IS NOT NEW."headline" OR OLD."deck" IS NOT NEW."deck" OR OLD."section" IS NOT NEW."section" OR OLD."authors" IS NOT NEW."authors" OR OLD."published" IS NOT NEW."published" OR OLD."language" IS NOT NEW."language" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'article_version', NEW.uid, json_object('uid', OLD."uid", 'article_id', (SELECT uid FROM "article" WHERE id = OLD."article_id"), 'number', OLD."number", 'captured_at', OLD."captured_at", 'file_name', OLD."file_name", 'snapshot_sha256', OLD."snapshot_sha256", 'text_sha256', OLD."text_sha256", 'record_sha256', OLD."record_sha256", 'indexed_chars', OLD."indexed_chars", 'parser', OLD."parser", 'headline', OLD."headline", 'deck', OLD."deck", 'section', OLD."section", 'authors', OLD."authors", 'published', OLD."published", 'language', OLD."language"), json_object('uid', NEW."uid", 'article_id', (SELECT uid FROM "article" WHERE id = NEW."article_id"), 'number', NEW."number", 'captured_at', NEW."captured_at", 'file_name', NEW."file_name", 'snapshot_sha256', NEW."snapshot_sha256", 'text_sha256', NEW."text_sha256", 'record_sha256', NEW."record_sha256", 'indexed_chars', NEW."indexed_chars", 'parser', NEW."parser", 'headline', NEW."headline", 'deck', NEW."deck", 'section', NEW."section", 'authors', NEW."authors", 'published', NEW."published", 'language', NEW."language") FROM current_op;
END;
CREATE TRIGGER journal_article_version_delete AFTER DELETE ON "article_version" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'article_version', OLD.uid, json_object('uid', OLD."uid", 'article_id', (SELECT uid FROM "article" WHERE id = OLD."article_id"), 'number', OLD."number", 'captured_at', OLD."captured_at", 'file_name', OLD."file_name", 'snapshot_sha256', OLD."snapshot_sha256", 'text_sha256', OLD."text_sha256", 'record_sha256', OLD."record_sha256", 'indexed_chars', OLD."indexed_chars", 'parser', OLD."parser", 'headline', OLD."headline", 'deck', OLD."deck", 'section', OLD."section", 'authors', OLD."authors", 'published', OLD."published", 'language', OLD."language"), NULL FROM current_op;
END;
CREATE TRIGGER journal_annotation_insert AFTER INSERT ON "annotation" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'annotation', NEW.uid, NULL, json_object('uid', NEW."uid", 'article_id', (SELECT uid FROM "article" WHERE id = NEW."article_id"), 'kind', NEW."kind", 'quote', NEW."quote", 'note', NEW."note", 'speaker', NEW."speaker", 'credibility', NEW."credibility", 'made_at', NEW."made_at", 'trashed_at', NEW."trashed_at") FROM current_op;
END;
CREATE TRIGGER journal_annotation_update AFTER UPDATE ON "annotation"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."article_id" IS NOT NEW."article_id" OR OLD."kind" IS NOT NEW."kind" OR OLD."quote" IS NOT NEW."quote" OR OLD."note" IS NOT NEW."note" OR OLD."speaker" IS NOT NEW."speaker" OR OLD."credibility" IS NOT NEW."credibility" OR OLD."made_at" IS NOT NEW."made_at" OR OLD."trashed_at" IS NOT NEW."trashed_at" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'annotation', NEW.uid, json_object('uid', OLD."uid", 'article_id', (SELECT uid FROM "article" WHERE id = OLD."article_id"), 'kind', OLD."kind", 'quote', OLD."quote", 'note', OLD."note", 'speaker', OLD."speaker", 'credibility', OLD."credibility", 'made_at', OLD."made_at", 'trashed_at', OLD."trashed_at"), json_object('uid', NEW."uid", 'article_id', (SELECT uid FROM "article" WHERE id = NEW."article_id"), 'kind', NEW."kind", 'quote', NEW."quote", 'note', NEW."note", 'speaker', NEW."speaker", 'credibility', NEW."credibility", 'made_at', NEW."made_at", 'trashed_at', NEW."trashed_at") FROM current_op;
END;
CREATE TRIGGER journal_annotation_delete AFTER DELETE ON "annotation" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'annotation', OLD.uid, json_object('uid', OLD."uid", 'article_id', (SELECT uid FROM "article" WHERE id = OLD."article_id"), 'kind', OLD."kind", 'quote', OLD."quote", 'note', OLD."note", 'speaker', OLD."speaker", 'credibility', OLD."credibility", 'made_at', OLD."made_at", 'trashed_at', OLD."trashed_at"), NULL FROM current_op;
END;
CREATE TRIGGER journal_anchor_insert AFTER INSERT ON "anchor" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'anchor', NEW.uid, NULL, json_object('uid', NEW."uid", 'annotation_id', (SELECT uid FROM "annotation" WHERE id = NEW."annotation_id"), 'version_id', (SELECT uid FROM "article_version" WHERE id = NEW."version_id"), 'prefix', NEW."prefix", 'exact', NEW."exact", 'suffix', NEW."suffix", 'start', NEW."start", 'end', NEW."end", 'state', NEW."state", 'score', NEW."score") FROM current_op;
END;
CREATE TRIGGER journal_anchor_update AFTER UPDATE ON "anchor"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."annotation_id" IS NOT NEW."annotation_id" OR OLD."version_id" IS NOT NEW."version_id" OR OLD."prefix" IS NOT NEW."prefix" OR OLD."exact" IS NOT NEW."exact" OR OLD."suffix" IS NOT NEW."suffix" OR OLD."start" IS NOT NEW."start" OR OLD."end" IS NOT NEW."end" OR OLD."state" IS NOT NEW."state" OR OLD."score" IS NOT NEW."score" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'anchor', NEW.uid, json_object('uid', OLD."uid", 'annotation_id', (SELECT uid FROM "annotation" WHERE id = OLD."annotation_id"), 'version_id', (SELECT uid FROM "article_version" WHERE id = OLD."version_id"), 'prefix', OLD."prefix", 'exact', OLD."exact", 'suffix', OLD."suffix", 'start', OLD."start", 'end', OLD."end", 'state', OLD."state", 'score', OLD."score"), json_object('uid', NEW."uid", 'annotation_id', (SELECT uid FROM "annotation" WHERE id = NEW."annotation_id"), 'version_id', (SELECT uid FROM "article_version" WHERE id = NEW."version_id"), 'prefix', NEW."prefix", 'exact', NEW."exact", 'suffix', NEW."suffix", 'start', NEW."start", 'end', NEW."end", 'state', NEW."state", 'score', NEW."score") FROM current_op;
END;
CREATE TRIGGER journal_anchor_delete AFTER DELETE ON "anchor" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'anchor', OLD.uid, json_object('uid', OLD."uid", 'annotation_id', (SELECT uid FROM "annotation" WHERE id = OLD."annotation_id"), 'version_id', (SELECT uid FROM "article_version" WHERE id = OLD."version_id"), 'prefix', OLD."prefix", 'exact', OLD."exact", 'suffix', OLD."suffix", 'start', OLD."start", 'end', OLD."end", 'state', OLD."state", 'score', OLD."score"), NULL FROM current_op;
END;
CREATE TRIGGER journal_tag_insert AFTER INSERT ON "tag" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'tag', NEW.uid, NULL, json_object('uid', NEW."uid", 'path', NEW."path", 'key', NEW."key") FROM current_op;
END;
CREATE TRIGGER journal_tag_update AFTER UPDATE ON "tag"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."path" IS NOT NEW."path" OR OLD."key" IS NOT NEW."key" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'tag', NEW.uid, json_object('uid', OLD."uid", 'path', OLD."path", 'key', OLD."key"), json_object('uid', NEW."uid", 'path', NEW."path", 'key', NEW."key") FROM current_op;
END;
CREATE TRIGGER journal_tag_delete AFTER DELETE ON "tag" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'tag', OLD.uid, json_object('uid', OLD."uid", 'path', OLD."path", 'key', OLD."key"), NULL FROM current_op;
END;
CREATE TRIGGER journal_article_tag_insert AFTER INSERT ON "article_tag" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'article_tag', NEW.uid, NULL, json_object('uid', NEW."uid", 'article_id', (SELECT uid FROM "article" WHERE id = NEW."article_id"), 'tag_id', (SELECT uid FROM "tag" WHERE id = NEW."tag_id")) FROM current_op;
END;
CREATE TRIGGER journal_article_tag_update AFTER UPDATE ON "article_tag"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."article_id" IS NOT NEW."article_id" OR OLD."tag_id" IS NOT NEW."tag_id" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'article_tag', NEW.uid, json_object('uid', OLD."uid", 'article_id', (SELECT uid FROM "article" WHERE id = OLD."article_id"), 'tag_id', (SELECT uid FROM "tag" WHERE id = OLD."tag_id")), json_object('uid', NEW."uid", 'article_id', (SELECT uid FROM "article" WHERE id = NEW."article_id"), 'tag_id', (SELECT uid FROM "tag" WHERE id = NEW."tag_id")) FROM current_op;
END;
CREATE TRIGGER journal_article_tag_delete AFTER DELETE ON "article_tag" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'article_tag', OLD.uid, json_object('uid', OLD."uid", 'article_id', (SELECT uid FROM "article" WHERE id = OLD."article_id"), 'tag_id', (SELECT uid FROM "tag" WHERE id = OLD."tag_id")), NULL FROM current_op;
END;
CREATE TRIGGER journal_annotation_tag_insert AFTER INSERT ON "annotation_tag" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'annotation_tag', NEW.uid, NULL, json_object('uid', NEW."uid", 'annotation_id', (SELECT uid FROM "annotation" WHERE id = NEW."annotation_id"), 'tag_id', (SELECT uid FROM "tag" WHERE id = NEW."tag_id")) FROM current_op;
END;
CREATE TRIGGER journal_annotation_tag_update AFTER UPDATE ON "annotation_tag"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."annotation_id" IS NOT NEW."annotation_id" OR OLD."tag_id" IS NOT NEW."tag_id" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'annotation_tag', NEW.uid, json_object('uid', OLD."uid", 'annotation_id', (SELECT uid FROM "annotation" WHERE id = OLD."annotation_id"), 'tag_id', (SELECT uid FROM "tag" WHERE id = OLD."tag_id")), json_object('uid', NEW."uid", 'annotation_id', (SELECT uid FROM "annotation" WHERE id = NEW."annotation_id"), 'tag_id', (SELECT uid FROM "tag" WHERE id = NEW."tag_id")) FROM current_op;
END;
CREATE TRIGGER journal_annotation_tag_delete AFTER DELETE ON "annotation_tag" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'annotation_tag', OLD.uid, json_object('uid', OLD."uid", 'annotation_id', (SELECT uid FROM "annotation" WHERE id = OLD."annotation_id"), 'tag_id', (SELECT uid FROM "tag" WHERE id = OLD."tag_id")), NULL FROM current_op;
END;
CREATE TRIGGER journal_risk_insert AFTER INSERT ON "risk" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'risk', NEW.uid, NULL, json_object('uid', NEW."uid", 'number', NEW."number", 'title', NEW."title", 'statement', NEW."statement", 'statement_is_claim', NEW."statement_is_claim", 'origin_version_id', (SELECT uid FROM "article_version" WHERE id = NEW."origin_version_id"), 'origin_number', NEW."origin_number", 'sectors', NEW."sectors", 'made_at', NEW."made_at", 'trashed_at', NEW."trashed_at") FROM current_op;
END;
CREATE TRIGGER journal_risk_update AFTER UPDATE ON "risk"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."number" IS NOT NEW."number" OR OLD."title" IS NOT NEW."title" OR OLD."statement" IS NOT NEW."statement" OR OLD."statement_is_claim" IS NOT NEW."statement_is_claim" OR OLD."origin_version_id" IS NOT NEW."origin_version_id" OR OLD."origin_number" IS NOT NEW."origin_number" OR OLD."sectors" IS NOT NEW."sectors" OR OLD."made_at" IS NOT NEW."made_at" OR OLD."trashed_at" IS NOT NEW."trashed_at" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'risk', NEW.uid, json_object('uid', OLD."uid", 'number', OLD."number", 'title', OLD."title", 'statement', OLD."statement", 'statement_is_claim', OLD."statement_is_claim", 'origin_version_id', (SELECT uid FROM "article_version" WHERE id = OLD."origin_version_id"), 'origin_number', OLD."origin_number", 'sectors', OLD."sectors", 'made_at', OLD."made_at", 'trashed_at', OLD."trashed_at"), json_object('uid', NEW."uid", 'number', NEW."number", 'title', NEW."title", 'statement', NEW."statement", 'statement_is_claim', NEW."statement_is_claim", 'origin_version_id', (SELECT uid FROM "article_version" WHERE id = NEW."origin_version_id"), 'origin_number', NEW."origin_number", 'sectors', NEW."sectors", 'made_at', NEW."made_at", 'trashed_at', NEW."trashed_at") FROM current_op;
END;
CREATE TRIGGER journal_risk_delete AFTER DELETE ON "risk" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'risk', OLD.uid, json_object('uid', OLD."uid", 'number', OLD."number", 'title', OLD."title", 'statement', OLD."statement", 'statement_is_claim', OLD."statement_is_claim", 'origin_version_id', (SELECT uid FROM "article_version" WHERE id = OLD."origin_version_id"), 'origin_number', OLD."origin_number", 'sectors', OLD."sectors", 'made_at', OLD."made_at", 'trashed_at', OLD."trashed_at"), NULL FROM current_op;
END;
CREATE TRIGGER journal_assessment_insert AFTER INSERT ON "assessment" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'assessment', NEW.uid, NULL, json_object('uid', NEW."uid", 'risk_id', (SELECT uid FROM "risk" WHERE id = NEW."risk_id"), 'number', NEW."number", 'as_of', NEW."as_of", 'made_at', NEW."made_at", 'scale', NEW."scale", 'term', NEW."term", 'percent', NEW."percent", 'percent_source', NEW."percent_source", 'likelihood', NEW."likelihood", 'impact', NEW."impact", 'matrix', NEW."matrix", 'rating', NEW."rating", 'confidence', NEW."confidence", 'confidence_basis', NEW."confidence_basis", 'rationale', NEW."rationale", 'horizon', NEW."horizon") FROM current_op;
END;
CREATE TRIGGER journal_assessment_update AFTER UPDATE ON "assessment"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."risk_id" IS NOT NEW."risk_id" OR OLD."number" IS NOT NEW."number" OR OLD."as_of" IS NOT NEW."as_of" OR OLD."made_at" IS NOT NEW."made_at" OR OLD."scale" IS NOT NEW."scale" OR OLD."term" IS NOT NEW."term" OR OLD."percent" IS NOT NEW."percent" OR OLD."percent_source" IS NOT NEW."percent_source" OR OLD."likelihood" IS NOT NEW."likelihood" OR OLD."impact" IS NOT NEW."impact" OR OLD."matrix" IS NOT NEW."matrix" OR OLD."rating" IS NOT NEW."rating" OR OLD."confidence" IS NOT NEW."confidence" OR OLD."confidence_basis" IS NOT NEW."confidence_basis" OR OLD."rationale" IS NOT NEW."rationale" OR OLD."horizon" IS NOT NEW."horizon" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'assessment', NEW.uid, json_object('uid', OLD."uid", 'risk_id', (SELECT uid FROM "risk" WHERE id = OLD."risk_id"), 'number', OLD."number", 'as_of', OLD."as_of", 'made_at', OLD."made_at", 'scale', OLD."scale", 'term', OLD."term", 'percent', OLD."percent", 'percent_source', OLD."percent_source", 'likelihood', OLD."likelihood", 'impact', OLD."impact", 'matrix', OLD."matrix", 'rating', OLD."rating", 'confidence', OLD."confidence", 'confidence_basis', OLD."confidence_basis", 'rationale', OLD."rationale", 'horizon', OLD."horizon"), json_object('uid', NEW."uid", 'risk_id', (SELECT uid FROM "risk" WHERE id = NEW."risk_id"), 'number', NEW."number", 'as_of', NEW."as_of", 'made_at', NEW."made_at", 'scale', NEW."scale", 'term', NEW."term", 'percent', NEW."percent", 'percent_source', NEW."percent_source", 'likelihood', NEW."likelihood", 'impact', NEW."impact", 'matrix', NEW."matrix", 'rating', NEW."rating", 'confidence', NEW."confidence", 'confidence_basis', NEW."confidence_basis", 'rationale', NEW."rationale", 'horizon', NEW."horizon") FROM current_op;
END;
CREATE TRIGGER journal_assessment_delete AFTER DELETE ON "assessment" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'assessment', OLD.uid, json_object('uid', OLD."uid", 'risk_id', (SELECT uid FROM "risk" WHERE id = OLD."risk_id"), 'number', OLD."number", 'as_of', OLD."as_of", 'made_at', OLD."made_at", 'scale', OLD."scale", 'term', OLD."term", 'percent', OLD."percent", 'percent_source', OLD."percent_source", 'likelihood', OLD."likelihood", 'impact', OLD."impact", 'matrix', OLD."matrix", 'rating', OLD."rating", 'confidence', OLD."confidence", 'confidence_basis', OLD."confidence_basis", 'rationale', OLD."rationale", 'horizon', OLD."horizon"), NULL FROM current_op;
END;
CREATE TRIGGER journal_evidence_insert AFTER INSERT ON "evidence" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'evidence', NEW.uid, NULL, json_object('uid', NEW."uid", 'risk_id', (SELECT uid FROM "risk" WHERE id = NEW."risk_id"), 'annotation_id', (SELECT uid FROM "annotation" WHERE id = NEW."annotation_id"), 'stance', NEW."stance", 'weight', NEW."weight", 'made_at', NEW."made_at", 'trashed_at', NEW."trashed_at") FROM current_op;
END;
CREATE TRIGGER journal_evidence_update AFTER UPDATE ON "evidence"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."risk_id" IS NOT NEW."risk_id" OR OLD."annotation_id" IS NOT NEW."annotation_id" OR OLD."stance" IS NOT NEW."stance" OR OLD."weight" IS NOT NEW."weight" OR OLD."made_at" IS NOT NEW."made_at" OR OLD."trashed_at" IS NOT NEW."trashed_at" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'evidence', NEW.uid, json_object('uid', OLD."uid", 'risk_id', (SELECT uid FROM "risk" WHERE id = OLD."risk_id"), 'annotation_id', (SELECT uid FROM "annotation" WHERE id = OLD."annotation_id"), 'stance', OLD."stance", 'weight', OLD."weight", 'made_at', OLD."made_at", 'trashed_at', OLD."trashed_at"), json_object('uid', NEW."uid", 'risk_id', (SELECT uid FROM "risk" WHERE id = NEW."risk_id"), 'annotation_id', (SELECT uid FROM "annotation" WHERE id = NEW."annotation_id"), 'stance', NEW."stance", 'weight', NEW."weight", 'made_at', NEW."made_at", 'trashed_at', NEW."trashed_at") FROM current_op;
END;
CREATE TRIGGER journal_evidence_delete AFTER DELETE ON "evidence" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'evidence', OLD.uid, json_object('uid', OLD."uid", 'risk_id', (SELECT uid FROM "risk" WHERE id = OLD."risk_id"), 'annotation_id', (SELECT uid FROM "annotation" WHERE id = OLD."annotation_id"), 'stance', OLD."stance", 'weight', OLD."weight", 'made_at', OLD."made_at", 'trashed_at', OLD."trashed_at"), NULL FROM current_op;
END;
CREATE TRIGGER journal_assessment_evidence_insert AFTER INSERT ON "assessment_evidence" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'assessment_evidence', NEW.uid, NULL, json_object('uid', NEW."uid", 'assessment_id', (SELECT uid FROM "assessment" WHERE id = NEW."assessment_id"), 'evidence_id', (SELECT uid FROM "evidence" WHERE id = NEW."evidence_id"), 'stance', NEW."stance", 'weight', NEW."weight") FROM current_op;
END;
CREATE TRIGGER journal_assessment_evidence_update AFTER UPDATE ON "assessment_evidence"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."assessment_id" IS NOT NEW."assessment_id" OR OLD."evidence_id" IS NOT NEW."evidence_id" OR OLD."stance" IS NOT NEW."stance" OR OLD."weight" IS NOT NEW."weight" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'assessment_evidence', NEW.uid, json_object('uid', OLD."uid", 'assessment_id', (SELECT uid FROM "assessment" WHERE id = OLD."assessment_id"), 'evidence_id', (SELECT uid FROM "evidence" WHERE id = OLD."evidence_id"), 'stance', OLD."stance", 'weight', OLD."weight"), json_object('uid', NEW."uid", 'assessment_id', (SELECT uid FROM "assessment" WHERE id = NEW."assessment_id"), 'evidence_id', (SELECT uid FROM "evidence" WHERE id = NEW."evidence_id"), 'stance', NEW."stance", 'weight', NEW."weight") FROM current_op;
END;
CREATE TRIGGER journal_assessment_evidence_delete AFTER DELETE ON "assessment_evidence" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'assessment_evidence', OLD.uid, json_object('uid', OLD."uid", 'assessment_id', (SELECT uid FROM "assessment" WHERE id = OLD."assessment_id"), 'evidence_id', (SELECT uid FROM "evidence" WHERE id = OLD."evidence_id"), 'stance', OLD."stance", 'weight', OLD."weight"), NULL FROM current_op;
END;
CREATE TRIGGER journal_brief_insert AFTER INSERT ON "brief" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'brief', NEW.uid, NULL, json_object('uid', NEW."uid", 'number', NEW."number", 'template', NEW."template", 'title', NEW."title", 'subtitle', NEW."subtitle", 'marking', NEW."marking", 'cutoff', NEW."cutoff", 'desk', NEW."desk", 'org', NEW."org", 'authors', NEW."authors", 'made_at', NEW."made_at", 'changed_at', NEW."changed_at", 'trashed_at', NEW."trashed_at") FROM current_op;
END;
CREATE TRIGGER journal_brief_update AFTER UPDATE ON "brief"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."number" IS NOT NEW."number" OR OLD."template" IS NOT NEW."template" OR OLD."title" IS NOT NEW."title" OR OLD."subtitle" IS NOT NEW."subtitle" OR OLD."marking" IS NOT NEW."marking" OR OLD."cutoff" IS NOT NEW."cutoff" OR OLD."desk" IS NOT NEW."desk" OR OLD."org" IS NOT NEW."org" OR OLD."authors" IS NOT NEW."authors" OR OLD."made_at" IS NOT NEW."made_at" OR OLD."changed_at" IS NOT NEW."changed_at" OR OLD."trashed_at" IS NOT NEW."trashed_at" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'brief', NEW.uid, json_object('uid', OLD."uid", 'number', OLD."number", 'template', OLD."template", 'title', OLD."title", 'subtitle', OLD."subtitle", 'marking', OLD."marking", 'cutoff', OLD."cutoff", 'desk', OLD."desk", 'org', OLD."org", 'authors', OLD."authors", 'made_at', OLD."made_at", 'changed_at', OLD."changed_at", 'trashed_at', OLD."trashed_at"), json_object('uid', NEW."uid", 'number', NEW."number", 'template', NEW."template", 'title', NEW."title", 'subtitle', NEW."subtitle", 'marking', NEW."marking", 'cutoff', NEW."cutoff", 'desk', NEW."desk", 'org', NEW."org", 'authors', NEW."authors", 'made_at', NEW."made_at", 'changed_at', NEW."changed_at", 'trashed_at', NEW."trashed_at") FROM current_op;
END;
CREATE TRIGGER journal_brief_delete AFTER DELETE ON "brief" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'brief', OLD.uid, json_object('uid', OLD."uid", 'number', OLD."number", 'template', OLD."template", 'title', OLD."title", 'subtitle', OLD."subtitle", 'marking', OLD."marking", 'cutoff', OLD."cutoff", 'desk', OLD."desk", 'org', OLD."org", 'authors', OLD."authors", 'made_at', OLD."made_at", 'changed_at', OLD."changed_at", 'trashed_at', OLD."trashed_at"), NULL FROM current_op;
END;
CREATE TRIGGER journal_brief_block_insert AFTER INSERT ON "brief_block" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'brief_block', NEW.uid, NULL, json_object('uid', NEW."uid", 'brief_id', (SELECT uid FROM "brief" WHERE id = NEW."brief_id"), 'position', NEW."position", 'kind', NEW."kind", 'body', NEW."body", 'text', NEW."text", 'risk_id', (SELECT uid FROM "risk" WHERE id = NEW."risk_id")) FROM current_op;
END;
CREATE TRIGGER journal_brief_block_update AFTER UPDATE ON "brief_block"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."brief_id" IS NOT NEW."brief_id" OR OLD."position" IS NOT NEW."position" OR OLD."kind" IS NOT NEW."kind" OR OLD."body" IS NOT NEW."body" OR OLD."text" IS NOT NEW."text" OR OLD."risk_id" IS NOT NEW."risk_id" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'brief_block', NEW.uid, json_object('uid', OLD."uid", 'brief_id', (SELECT uid FROM "brief" WHERE id = OLD."brief_id"), 'position', OLD."position", 'kind', OLD."kind", 'body', OLD."body", 'text', OLD."text", 'risk_id', (SELECT uid FROM "risk" WHERE id = OLD."risk_id")), json_object('uid', NEW."uid", 'brief_id', (SELECT uid FROM "brief" WHERE id = NEW."brief_id"), 'position', NEW."position", 'kind', NEW."kind", 'body', NEW."body", 'text', NEW."text", 'risk_id', (SELECT uid FROM "risk" WHERE id = NEW."risk_id")) FROM current_op;
END;
CREATE TRIGGER journal_brief_block_delete AFTER DELETE ON "brief_block" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'brief_block', OLD.uid, json_object('uid', OLD."uid", 'brief_id', (SELECT uid FROM "brief" WHERE id = OLD."brief_id"), 'position', OLD."position", 'kind', OLD."kind", 'body', OLD."body", 'text', OLD."text", 'risk_id', (SELECT uid FROM "risk" WHERE id = OLD."risk_id")), NULL FROM current_op;
END;
CREATE TRIGGER journal_citation_insert AFTER INSERT ON "citation" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'citation', NEW.uid, NULL, json_object('uid', NEW."uid", 'brief_block_id', (SELECT uid FROM "brief_block" WHERE id = NEW."brief_block_id"), 'annotation_id', (SELECT uid FROM "annotation" WHERE id = NEW."annotation_id"), 'version_id', (SELECT uid FROM "article_version" WHERE id = NEW."version_id"), 'position', NEW."position", 'quote', NEW."quote", 'locator', NEW."locator") FROM current_op;
END;
CREATE TRIGGER journal_citation_update AFTER UPDATE ON "citation"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."brief_block_id" IS NOT NEW."brief_block_id" OR OLD."annotation_id" IS NOT NEW."annotation_id" OR OLD."version_id" IS NOT NEW."version_id" OR OLD."position" IS NOT NEW."position" OR OLD."quote" IS NOT NEW."quote" OR OLD."locator" IS NOT NEW."locator" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'citation', NEW.uid, json_object('uid', OLD."uid", 'brief_block_id', (SELECT uid FROM "brief_block" WHERE id = OLD."brief_block_id"), 'annotation_id', (SELECT uid FROM "annotation" WHERE id = OLD."annotation_id"), 'version_id', (SELECT uid FROM "article_version" WHERE id = OLD."version_id"), 'position', OLD."position", 'quote', OLD."quote", 'locator', OLD."locator"), json_object('uid', NEW."uid", 'brief_block_id', (SELECT uid FROM "brief_block" WHERE id = NEW."brief_block_id"), 'annotation_id', (SELECT uid FROM "annotation" WHERE id = NEW."annotation_id"), 'version_id', (SELECT uid FROM "article_version" WHERE id = NEW."version_id"), 'position', NEW."position", 'quote', NEW."quote", 'locator', NEW."locator") FROM current_op;
END;
CREATE TRIGGER journal_citation_delete AFTER DELETE ON "citation" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'citation', OLD.uid, json_object('uid', OLD."uid", 'brief_block_id', (SELECT uid FROM "brief_block" WHERE id = OLD."brief_block_id"), 'annotation_id', (SELECT uid FROM "annotation" WHERE id = OLD."annotation_id"), 'version_id', (SELECT uid FROM "article_version" WHERE id = OLD."version_id"), 'position', OLD."position", 'quote', OLD."quote", 'locator', OLD."locator"), NULL FROM current_op;
END;
CREATE TRIGGER journal_risk_keeping_insert AFTER INSERT ON "risk_keeping" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'risk_keeping', NEW.uid, NULL, json_object('uid', NEW."uid", 'risk_id', (SELECT uid FROM "risk" WHERE id = NEW."risk_id"), 'status', NEW."status", 'owner', NEW."owner", 'review_on', NEW."review_on") FROM current_op;
END;
CREATE TRIGGER journal_risk_keeping_update AFTER UPDATE ON "risk_keeping"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."risk_id" IS NOT NEW."risk_id" OR OLD."status" IS NOT NEW."status" OR OLD."owner" IS NOT NEW."owner" OR OLD."review_on" IS NOT NEW."review_on" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'risk_keeping', NEW.uid, json_object('uid', OLD."uid", 'risk_id', (SELECT uid FROM "risk" WHERE id = OLD."risk_id"), 'status', OLD."status", 'owner', OLD."owner", 'review_on', OLD."review_on"), json_object('uid', NEW."uid", 'risk_id', (SELECT uid FROM "risk" WHERE id = NEW."risk_id"), 'status', NEW."status", 'owner', NEW."owner", 'review_on', NEW."review_on") FROM current_op;
END;
CREATE TRIGGER journal_risk_keeping_delete AFTER DELETE ON "risk_keeping" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'risk_keeping', OLD.uid, json_object('uid', OLD."uid", 'risk_id', (SELECT uid FROM "risk" WHERE id = OLD."risk_id"), 'status', OLD."status", 'owner', OLD."owner", 'review_on', OLD."review_on"), NULL FROM current_op;
END;
CREATE TRIGGER journal_claim_set_aside_insert AFTER INSERT ON "claim_set_aside" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'claim_set_aside', NEW.uid, NULL, json_object('uid', NEW."uid", 'version_id', (SELECT uid FROM "article_version" WHERE id = NEW."version_id"), 'number', NEW."number", 'at', NEW."at") FROM current_op;
END;
CREATE TRIGGER journal_claim_set_aside_update AFTER UPDATE ON "claim_set_aside"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."version_id" IS NOT NEW."version_id" OR OLD."number" IS NOT NEW."number" OR OLD."at" IS NOT NEW."at" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'claim_set_aside', NEW.uid, json_object('uid', OLD."uid", 'version_id', (SELECT uid FROM "article_version" WHERE id = OLD."version_id"), 'number', OLD."number", 'at', OLD."at"), json_object('uid', NEW."uid", 'version_id', (SELECT uid FROM "article_version" WHERE id = NEW."version_id"), 'number', NEW."number", 'at', NEW."at") FROM current_op;
END;
CREATE TRIGGER journal_claim_set_aside_delete AFTER DELETE ON "claim_set_aside" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'claim_set_aside', OLD.uid, json_object('uid', OLD."uid", 'version_id', (SELECT uid FROM "article_version" WHERE id = OLD."version_id"), 'number', OLD."number", 'at', OLD."at"), NULL FROM current_op;
END;
CREATE TRIGGER journal_check_accepted_insert AFTER INSERT ON "check_accepted" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'check_accepted', NEW.uid, NULL, json_object('uid', NEW."uid", 'brief_id', (SELECT uid FROM "brief" WHERE id = NEW."brief_id"), 'rule', NEW."rule", 'sentence', NEW."sentence", 'reason', NEW."reason", 'at', NEW."at") FROM current_op;
END;
CREATE TRIGGER journal_check_accepted_update AFTER UPDATE ON "check_accepted"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."brief_id" IS NOT NEW."brief_id" OR OLD."rule" IS NOT NEW."rule" OR OLD."sentence" IS NOT NEW."sentence" OR OLD."reason" IS NOT NEW."reason" OR OLD."at" IS NOT NEW."at" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'check_accepted', NEW.uid, json_object('uid', OLD."uid", 'brief_id', (SELECT uid FROM "brief" WHERE id = OLD."brief_id"), 'rule', OLD."rule", 'sentence', OLD."sentence", 'reason', OLD."reason", 'at', OLD."at"), json_object('uid', NEW."uid", 'brief_id', (SELECT uid FROM "brief" WHERE id = NEW."brief_id"), 'rule', NEW."rule", 'sentence', NEW."sentence", 'reason', NEW."reason", 'at', NEW."at") FROM current_op;
END;
CREATE TRIGGER journal_check_accepted_delete AFTER DELETE ON "check_accepted" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'check_accepted', OLD.uid, json_object('uid', OLD."uid", 'brief_id', (SELECT uid FROM "brief" WHERE id = OLD."brief_id"), 'rule', OLD."rule", 'sentence', OLD."sentence", 'reason', OLD."reason", 'at', OLD."at"), NULL FROM current_op;
END;
CREATE TRIGGER journal_version_fetch_insert AFTER INSERT ON "version_fetch" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'version_fetch', NEW.uid, NULL, json_object('uid', NEW."uid", 'version_id', (SELECT uid FROM "article_version" WHERE id = NEW."version_id"), 'asked', NEW."asked", 'url', NEW."url", 'at', NEW."at", 'media', NEW."media", 'etag', NEW."etag", 'last_modified', NEW."last_modified") FROM current_op;
END;
CREATE TRIGGER journal_version_fetch_update AFTER UPDATE ON "version_fetch"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."version_id" IS NOT NEW."version_id" OR OLD."asked" IS NOT NEW."asked" OR OLD."url" IS NOT NEW."url" OR OLD."at" IS NOT NEW."at" OR OLD."media" IS NOT NEW."media" OR OLD."etag" IS NOT NEW."etag" OR OLD."last_modified" IS NOT NEW."last_modified" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'version_fetch', NEW.uid, json_object('uid', OLD."uid", 'version_id', (SELECT uid FROM "article_version" WHERE id = OLD."version_id"), 'asked', OLD."asked", 'url', OLD."url", 'at', OLD."at", 'media', OLD."media", 'etag', OLD."etag", 'last_modified', OLD."last_modified"), json_object('uid', NEW."uid", 'version_id', (SELECT uid FROM "article_version" WHERE id = NEW."version_id"), 'asked', NEW."asked", 'url', NEW."url", 'at', NEW."at", 'media', NEW."media", 'etag', NEW."etag", 'last_modified', NEW."last_modified") FROM current_op;
END;
CREATE TRIGGER journal_version_fetch_delete AFTER DELETE ON "version_fetch" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'version_fetch', OLD.uid, json_object('uid', OLD."uid", 'version_id', (SELECT uid FROM "article_version" WHERE id = OLD."version_id"), 'asked', OLD."asked", 'url', OLD."url", 'at', OLD."at", 'media', OLD."media", 'etag', OLD."etag", 'last_modified', OLD."last_modified"), NULL FROM current_op;
END;
CREATE TRIGGER journal_version_picture_insert AFTER INSERT ON "version_picture" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'version_picture', NEW.uid, NULL, json_object('uid', NEW."uid", 'version_id', (SELECT uid FROM "article_version" WHERE id = NEW."version_id"), 'address', NEW."address", 'snapshot_sha256', NEW."snapshot_sha256", 'media', NEW."media", 'at', NEW."at") FROM current_op;
END;
CREATE TRIGGER journal_version_picture_update AFTER UPDATE ON "version_picture"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."version_id" IS NOT NEW."version_id" OR OLD."address" IS NOT NEW."address" OR OLD."snapshot_sha256" IS NOT NEW."snapshot_sha256" OR OLD."media" IS NOT NEW."media" OR OLD."at" IS NOT NEW."at" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'version_picture', NEW.uid, json_object('uid', OLD."uid", 'version_id', (SELECT uid FROM "article_version" WHERE id = OLD."version_id"), 'address', OLD."address", 'snapshot_sha256', OLD."snapshot_sha256", 'media', OLD."media", 'at', OLD."at"), json_object('uid', NEW."uid", 'version_id', (SELECT uid FROM "article_version" WHERE id = NEW."version_id"), 'address', NEW."address", 'snapshot_sha256', NEW."snapshot_sha256", 'media', NEW."media", 'at', NEW."at") FROM current_op;
END;
CREATE TRIGGER journal_version_picture_delete AFTER DELETE ON "version_picture" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'version_picture', OLD.uid, json_object('uid', OLD."uid", 'version_id', (SELECT uid FROM "article_version" WHERE id = OLD."version_id"), 'address', OLD."address", 'snapshot_sha256', OLD."snapshot_sha256", 'media', OLD."media", 'at', OLD."at"), NULL FROM current_op;
END;
CREATE TRIGGER journal_site_rule_insert AFTER INSERT ON "site_rule" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'site_rule', NEW.uid, NULL, json_object('uid', NEW."uid", 'site', NEW."site", 'subject', NEW."subject", 'rule', NEW."rule", 'made_at', NEW."made_at") FROM current_op;
END;
CREATE TRIGGER journal_site_rule_update AFTER UPDATE ON "site_rule"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."site" IS NOT NEW."site" OR OLD."subject" IS NOT NEW."subject" OR OLD."rule" IS NOT NEW."rule" OR OLD."made_at" IS NOT NEW."made_at" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'site_rule', NEW.uid, json_object('uid', OLD."uid", 'site', OLD."site", 'subject', OLD."subject", 'rule', OLD."rule", 'made_at', OLD."made_at"), json_object('uid', NEW."uid", 'site', NEW."site", 'subject', NEW."subject", 'rule', NEW."rule", 'made_at', NEW."made_at") FROM current_op;
END;
CREATE TRIGGER journal_site_rule_delete AFTER DELETE ON "site_rule" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'site_rule', OLD.uid, json_object('uid', OLD."uid", 'site', OLD."site", 'subject', OLD."subject", 'rule', OLD."rule", 'made_at', OLD."made_at"), NULL FROM current_op;
END;
CREATE TRIGGER journal_origin_said_insert AFTER INSERT ON "origin_said" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'origin_said', NEW.uid, NULL, json_object('uid', NEW."uid", 'article_id', (SELECT uid FROM "article" WHERE id = NEW."article_id"), 'same_as', (SELECT uid FROM "article" WHERE id = NEW."same_as"), 'at', NEW."at") FROM current_op;
END;
CREATE TRIGGER journal_origin_said_update AFTER UPDATE ON "origin_said"
WHEN OLD."uid" IS NOT NEW."uid" OR OLD."article_id" IS NOT NEW."article_id" OR OLD."same_as" IS NOT NEW."same_as" OR OLD."at" IS NOT NEW."at" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'origin_said', NEW.uid, json_object('uid', OLD."uid", 'article_id', (SELECT uid FROM "article" WHERE id = OLD."article_id"), 'same_as', (SELECT uid FROM "article" WHERE id = OLD."same_as"), 'at', OLD."at"), json_object('uid', NEW."uid", 'article_id', (SELECT uid FROM "article" WHERE id = NEW."article_id"), 'same_as', (SELECT uid FROM "article" WHERE id = NEW."same_as"), 'at', NEW."at") FROM current_op;
END;
CREATE TRIGGER journal_origin_said_delete AFTER DELETE ON "origin_said" BEGIN
  INSERT INTO change (op_id, noun, uid, before, after)
  SELECT op_id, 'origin_said', OLD.uid, json_object('uid', OLD."uid", 'article_id', (SELECT uid FROM "article" WHERE id = OLD."article_id"), 'same_as', (SELECT uid FROM "article" WHERE id = OLD."same_as"), 'at', OLD."at"), NULL FROM current_op;
END;

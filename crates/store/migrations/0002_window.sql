-- What the window needs besides. Journalled tables are only ever added, never altered: undo compares rows with what the journal
-- wrote, and a column that came later would make every earlier row look changed.

-- How an entry of the register is kept; an entry without a row is open, nobody's, and due at no day.
CREATE TABLE risk_keeping (
  id        INTEGER PRIMARY KEY,
  uid       TEXT NOT NULL UNIQUE,
  risk_id   INTEGER NOT NULL UNIQUE REFERENCES risk DEFERRABLE INITIALLY DEFERRED,
  status    TEXT NOT NULL CHECK (status IN ('open', 'watch', 'closed', 'resolved', 'void')),   -- tradecraft.md 3.3
  owner     TEXT,
  review_on TEXT                       -- the day the entry is to be looked at again
) STRICT;

-- A risk that a source claims and the analyst set aside: it stays in the article, folded.
CREATE TABLE claim_set_aside (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  version_id INTEGER NOT NULL REFERENCES article_version DEFERRABLE INITIALLY DEFERRED,
  number     INTEGER NOT NULL,         -- RKn there
  at         TEXT NOT NULL,
  UNIQUE (version_id, number)
) STRICT;

-- Not journalled: nobody wants to undo having scrolled, and a draft is not a record yet.

CREATE TABLE reading_place (
  article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,   -- an import may be undone
  block      TEXT NOT NULL,            -- the id of the block that was in focus
  at         TEXT NOT NULL
) STRICT;

-- Words of a note not saved yet: what outlives a crash, or a window closed in mid-sentence.
CREATE TABLE note_draft (
  annotation_id INTEGER PRIMARY KEY REFERENCES annotation ON DELETE CASCADE,
  text          TEXT NOT NULL,
  at            TEXT NOT NULL
) STRICT;

-- What was pasted and not saved yet, with what was corrected in it.
CREATE TABLE import_draft (
  id          INTEGER PRIMARY KEY,
  sha256      TEXT NOT NULL UNIQUE,    -- of the text: what is pasted again is the same draft
  text        TEXT NOT NULL,
  corrections TEXT NOT NULL,           -- JSON, as the desk reads it
  at          TEXT NOT NULL
) STRICT;

CREATE INDEX article_list ON article (state, id);

-- A finding of a brief's checks that the analyst lets stand, with the reason (tradecraft.md 1.3). It holds for one sentence as
-- it reads: other words are another finding.
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

-- What a kept picture is by its own bytes, as the worker process read them. Made from the bytes and named by their hash, so that
-- it is never changed and not journalled; a picture kept before this schema gets its row when it is first shown.
CREATE TABLE picture_look (
  snapshot_sha256 TEXT PRIMARY KEY,
  media           TEXT,                -- model::picture::PictureKind; nothing where the bytes are no picture
  width           INTEGER,             -- pixels
  height          INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX version_picture_snapshot ON version_picture (snapshot_sha256);

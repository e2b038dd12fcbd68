INSERT INTO version_fetch (uid, version_id, asked, url, at, media, etag, last_modified)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)

INSERT INTO picture_look (snapshot_sha256, media, width, height)
VALUES (?, ?, ?, ?)
ON CONFLICT (snapshot_sha256) DO NOTHING

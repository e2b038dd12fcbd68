INSERT INTO version_picture (uid, version_id, address, snapshot_sha256, media, at)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (version_id, address) DO UPDATE SET snapshot_sha256 = excluded.snapshot_sha256, media = excluded.media, at = excluded.at

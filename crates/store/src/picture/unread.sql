SELECT DISTINCT p.snapshot_sha256
FROM version_picture p
JOIN article_version v ON v.id = p.version_id
WHERE v.uid = ? AND NOT EXISTS (SELECT 1 FROM picture_look l WHERE l.snapshot_sha256 = p.snapshot_sha256)

SELECT p.address, p.snapshot_sha256, p.media
FROM version_picture p
JOIN article_version v ON v.id = p.version_id
WHERE v.uid = ?
ORDER BY p.id

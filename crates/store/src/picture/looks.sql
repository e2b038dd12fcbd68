SELECT p.address, p.snapshot_sha256, l.media, l.width, l.height
FROM version_picture p
JOIN article_version v ON v.id = p.version_id
JOIN picture_look l ON l.snapshot_sha256 = p.snapshot_sha256
WHERE v.uid = ? AND l.media IS NOT NULL
ORDER BY p.id

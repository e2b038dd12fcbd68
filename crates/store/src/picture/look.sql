SELECT l.media, l.width, l.height
FROM picture_look l
WHERE l.snapshot_sha256 = ? AND l.media IS NOT NULL
  AND EXISTS (SELECT 1 FROM version_picture p WHERE p.snapshot_sha256 = l.snapshot_sha256)

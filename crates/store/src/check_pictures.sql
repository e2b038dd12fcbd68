SELECT p.address
FROM version_picture p
LEFT JOIN snapshot s ON s.sha256 = p.snapshot_sha256
WHERE s.id IS NULL

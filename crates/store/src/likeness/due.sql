SELECT d.version_id, c.body
FROM likeness_due d
JOIN article_version v ON v.id = d.version_id
JOIN content c ON c.sha256 = v.record_sha256
LIMIT ?

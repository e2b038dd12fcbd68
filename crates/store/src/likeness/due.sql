SELECT d.version_id, coalesce(c.body, '')
FROM likeness_due d
LEFT JOIN article_version v ON v.id = d.version_id
LEFT JOIN content c ON c.sha256 = v.record_sha256
LIMIT ?

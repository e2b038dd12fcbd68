SELECT c.sha256, c.body
FROM content c
WHERE c.sha256 IN (SELECT v.text_sha256 FROM anchor k JOIN article_version v ON v.id = k.version_id)

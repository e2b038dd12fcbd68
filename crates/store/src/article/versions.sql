SELECT v.uid, v.number, v.captured_at, v.headline, v.parser, v.snapshot_sha256,
       coalesce(v.snapshot_sha256 = lag(v.snapshot_sha256) OVER earlier, 0) AS same_bytes,
       coalesce(v.text_sha256 = lag(v.text_sha256) OVER earlier, 0) AS same_text
FROM article_version v
JOIN article a ON a.id = v.article_id
WHERE a.uid = ?
WINDOW earlier AS (ORDER BY v.number)
ORDER BY v.number DESC

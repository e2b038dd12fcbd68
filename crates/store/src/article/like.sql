SELECT a.uid
FROM article_version v
JOIN article a ON a.id = v.article_id
WHERE v.snapshot_sha256 = ?1 OR v.text_sha256 = ?2
ORDER BY a.trashed_at IS NOT NULL, v.id DESC
LIMIT 1

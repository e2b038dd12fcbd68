SELECT v.id, v.uid, a.uid AS article, v.number, v.captured_at, v.file_name, v.snapshot_sha256, v.text_sha256, v.record_sha256
FROM article_version v
JOIN article a ON a.id = v.article_id

SELECT f.asked, f.url, f.media, f.etag, f.last_modified
FROM version_fetch f
JOIN article_version v ON v.id = f.version_id
JOIN article a ON a.id = v.article_id
WHERE a.uid = ?
ORDER BY v.number DESC
LIMIT 1

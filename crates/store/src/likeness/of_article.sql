SELECT k.runs, k.lowest, k.agency
FROM article a
JOIN article_version v ON v.article_id = a.id
JOIN likeness k ON k.version_id = v.id
WHERE a.uid = ?
ORDER BY v.number DESC
LIMIT 1

SELECT v.id
FROM reading_place p
JOIN article a ON a.id = p.article_id AND a.trashed_at IS NULL
JOIN article_version v ON v.article_id = a.id
 AND v.number = (SELECT max(number) FROM article_version WHERE article_id = a.id)
ORDER BY p.at DESC
LIMIT ?

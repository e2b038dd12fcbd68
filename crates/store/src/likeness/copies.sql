SELECT DISTINCT a.uid
FROM json_each(?) j
JOIN likeness_address l ON l.key = j.value AND l.role = 'original'
JOIN article_version v ON v.id = l.version_id
JOIN article a ON a.id = v.article_id
WHERE NOT EXISTS (SELECT 1 FROM article_version w WHERE w.article_id = v.article_id AND w.number > v.number)
ORDER BY a.id DESC
LIMIT ?

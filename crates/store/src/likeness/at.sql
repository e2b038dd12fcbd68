SELECT a.uid
FROM json_each(?) j
JOIN likeness_address l ON l.key = j.value AND l.role <> 'original'
JOIN article_version v ON v.id = l.version_id
JOIN article a ON a.id = v.article_id
WHERE a.trashed_at IS NULL
GROUP BY a.id
ORDER BY max(l.role = 'found') DESC, a.id DESC
LIMIT ?

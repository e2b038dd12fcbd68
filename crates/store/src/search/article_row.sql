SELECT a.uid, v.uid AS version, v.headline, v.published, s.name AS source, x.body
FROM article_version v
JOIN article a ON a.id = v.article_id
JOIN article_search_row x ON x.id = v.id
LEFT JOIN source s ON s.id = a.source_id
WHERE v.id = ?

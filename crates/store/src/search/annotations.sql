SELECT 'annotation' AS noun, n.uid, v.headline AS title, snippet(annotation_search, -1, '«', '»', '…', 24) AS passage
FROM annotation_search
JOIN annotation n ON n.id = annotation_search.rowid
JOIN article a ON a.id = n.article_id AND a.trashed_at IS NULL
JOIN article_version v ON v.article_id = n.article_id
 AND v.number = (SELECT max(number) FROM article_version WHERE article_id = n.article_id)
WHERE annotation_search MATCH ? AND n.trashed_at IS NULL
ORDER BY rank
LIMIT ?

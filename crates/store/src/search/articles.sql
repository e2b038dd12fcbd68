SELECT 'article' AS noun, a.uid, v.headline AS title, snippet(article_search, -1, '«', '»', '…', 24) AS passage
FROM article_search
JOIN article_version v ON v.id = article_search.rowid
JOIN article a ON a.id = v.article_id
WHERE article_search MATCH ?
  AND a.trashed_at IS NULL
  AND v.number = (SELECT max(number) FROM article_version WHERE article_id = a.id)
ORDER BY rank
LIMIT ?

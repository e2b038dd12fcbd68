SELECT a.uid
FROM article_search
JOIN article_version v ON v.id = article_search.rowid
JOIN article a ON a.id = v.article_id
WHERE article_search MATCH ?
  AND v.number = (SELECT max(number) FROM article_version WHERE article_id = a.id)
ORDER BY article_search.rowid DESC
LIMIT ?

a.id IN (
  SELECT w.article_id
  FROM article_search JOIN article_version w ON w.id = article_search.rowid
  WHERE article_search MATCH ?
    AND w.number = (SELECT max(number) FROM article_version WHERE article_id = w.article_id))

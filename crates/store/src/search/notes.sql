FROM annotation n
JOIN article a ON a.id = n.article_id AND a.trashed_at IS NULL
JOIN article_version v ON v.article_id = a.id
 AND v.number = (SELECT max(number) FROM article_version WHERE article_id = a.id)

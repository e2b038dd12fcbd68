SELECT a.uid
FROM article_version v
JOIN article a ON a.id = v.article_id

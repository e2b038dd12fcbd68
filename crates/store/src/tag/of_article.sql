SELECT t.path
FROM article_tag x JOIN tag t ON t.id = x.tag_id JOIN article a ON a.id = x.article_id
WHERE a.uid = ?
ORDER BY t.key

SELECT t.path, count(*) AS articles
FROM json_each(?) u
JOIN article a ON a.uid = u.value
JOIN article_tag x ON x.article_id = a.id
JOIN tag t ON t.id = x.tag_id
GROUP BY t.id
ORDER BY t.key

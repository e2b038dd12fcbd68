WITH chosen AS (SELECT a.id FROM json_each(?) u JOIN article a ON a.uid = u.value)
SELECT t.path, count(x.id) AS articles
FROM tag t LEFT JOIN article_tag x ON x.tag_id = t.id AND x.article_id IN chosen
GROUP BY t.id
ORDER BY t.key

SELECT b.uid
FROM origin_said o
JOIN article a ON a.id = o.article_id
LEFT JOIN article b ON b.id = o.same_as
WHERE a.uid = ?

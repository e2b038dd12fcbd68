SELECT a.uid
FROM origin_said o
JOIN article a ON a.id = o.article_id
JOIN article b ON b.id = o.same_as
WHERE b.uid = ?
ORDER BY a.id

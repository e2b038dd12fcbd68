FROM article a
JOIN article_version v ON v.article_id = a.id
 AND v.number = (SELECT max(number) FROM article_version WHERE article_id = a.id)
LEFT JOIN source s ON s.id = a.source_id
LEFT JOIN content c ON c.sha256 = v.text_sha256

SELECT n.uid, a.uid AS article, n.kind, n.quote, n.note, v.headline, v.uid AS version, k.start, k.end
FROM annotation n
JOIN article a ON a.id = n.article_id
JOIN anchor k ON k.id = (SELECT x.id FROM anchor x JOIN article_version w ON w.id = x.version_id
                         WHERE x.annotation_id = n.id ORDER BY w.number DESC LIMIT 1)
JOIN article_version v ON v.id = k.version_id
WHERE n.id = ?

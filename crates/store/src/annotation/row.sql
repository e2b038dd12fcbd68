SELECT n.uid, a.uid AS article, v.uid AS version, n.kind, n.quote, n.note, n.speaker, n.credibility, n.made_at,
       n.trashed_at IS NOT NULL OR a.trashed_at IS NOT NULL AS trashed, k.state, k.start, k.end, k.prefix, k.suffix
FROM annotation n
JOIN article a ON a.id = n.article_id
JOIN anchor k ON k.id = (SELECT x.id FROM anchor x JOIN article_version w ON w.id = x.version_id
                         WHERE x.annotation_id = n.id ORDER BY w.number DESC LIMIT 1)
JOIN article_version v ON v.id = k.version_id

SELECT DISTINCT r.uid AS risk, a.uid AS article, s.uid AS source
FROM evidence e
JOIN risk r ON r.id = e.risk_id
JOIN annotation n ON n.id = e.annotation_id
JOIN article a ON a.id = n.article_id
LEFT JOIN source s ON s.id = a.source_id
WHERE e.trashed_at IS NULL AND n.trashed_at IS NULL AND a.trashed_at IS NULL
ORDER BY r.number, a.id

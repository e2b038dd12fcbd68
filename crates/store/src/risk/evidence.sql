SELECT e.uid, n.uid AS annotation, e.stance, e.weight
FROM evidence e
JOIN risk r ON r.id = e.risk_id
JOIN annotation n ON n.id = e.annotation_id
JOIN article a ON a.id = n.article_id
WHERE r.uid = ? AND e.trashed_at IS NULL AND n.trashed_at IS NULL AND a.trashed_at IS NULL
ORDER BY e.id

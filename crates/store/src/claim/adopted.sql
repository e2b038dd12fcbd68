SELECT r.origin_number AS claim, v.uid AS version, r.uid AS risk, r.number, r.title,
       (SELECT s.rating FROM assessment s WHERE s.risk_id = r.id ORDER BY s.as_of DESC, s.number DESC LIMIT 1) AS rating
FROM article a
JOIN article_version v ON v.article_id = a.id
JOIN risk r ON r.origin_version_id = v.id
WHERE a.uid = ? AND r.trashed_at IS NULL AND r.origin_number IS NOT NULL
ORDER BY r.number

SELECT e.uid, r.uid AS risk, r.number, r.title, e.stance, e.weight,
       (SELECT s.rating FROM assessment s WHERE s.risk_id = r.id ORDER BY s.as_of DESC, s.number DESC LIMIT 1) AS rating
FROM annotation n
JOIN evidence e ON e.annotation_id = n.id
JOIN risk r ON r.id = e.risk_id
WHERE n.uid = ? AND e.trashed_at IS NULL AND r.trashed_at IS NULL
ORDER BY r.number

SELECT s.uid AS assessment, e.uid AS evidence, n.uid AS annotation, x.stance, x.weight
FROM assessment_evidence x
JOIN assessment s ON s.id = x.assessment_id
JOIN risk r ON r.id = s.risk_id
JOIN evidence e ON e.id = x.evidence_id
JOIN annotation n ON n.id = e.annotation_id
WHERE r.uid = ?
ORDER BY s.id, e.id

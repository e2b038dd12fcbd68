SELECT e.uid, n.uid AS annotation, x.stance, x.weight
FROM assessment_evidence x
JOIN assessment s ON s.id = x.assessment_id
JOIN evidence e ON e.id = x.evidence_id
JOIN annotation n ON n.id = e.annotation_id
WHERE s.uid = ?
ORDER BY e.id

SELECT s.uid, s.number, s.as_of, s.made_at, s.scale, s.term, s.percent, s.percent_source, s.likelihood, s.impact, s.matrix,
       s.rating, s.confidence, s.confidence_basis, s.rationale, s.horizon,
       (SELECT count(*) FROM assessment_evidence x WHERE x.assessment_id = s.id) AS evidence
FROM assessment s JOIN risk r ON r.id = s.risk_id
WHERE r.uid = ?
ORDER BY s.as_of, s.number

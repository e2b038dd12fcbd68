-- The judgement that stands on each risk and the one before it, the newest first.
WITH ranked AS (
  SELECT s.*, row_number() OVER (PARTITION BY s.risk_id ORDER BY s.as_of DESC, s.number DESC) AS place
  FROM assessment s
)
SELECT r.uid AS risk, s.uid, s.number, s.as_of, s.made_at, s.scale, s.term, s.percent, s.percent_source, s.likelihood, s.impact,
       s.matrix, s.rating, s.confidence, s.confidence_basis, s.rationale, s.horizon,
       (SELECT count(*) FROM assessment_evidence x WHERE x.assessment_id = s.id) AS evidence
FROM ranked s JOIN risk r ON r.id = s.risk_id
WHERE s.place <= 2 AND r.trashed_at IS NULL
ORDER BY r.id, s.place

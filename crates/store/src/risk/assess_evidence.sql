INSERT INTO assessment_evidence (uid, assessment_id, evidence_id, stance, weight)
VALUES (?, ?, ?, ?, ?)

INSERT INTO evidence (uid, risk_id, annotation_id, stance, weight, made_at)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (risk_id, annotation_id) DO UPDATE
SET stance = excluded.stance, weight = excluded.weight, trashed_at = NULL
RETURNING uid

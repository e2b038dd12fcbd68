INSERT INTO risk_keeping (uid, risk_id, status, owner, review_on)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (risk_id) DO UPDATE
SET status = excluded.status, owner = excluded.owner, review_on = excluded.review_on

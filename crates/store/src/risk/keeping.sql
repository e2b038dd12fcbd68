SELECT k.status, k.owner, k.review_on
FROM risk_keeping k JOIN risk r ON r.id = k.risk_id
WHERE r.uid = ?

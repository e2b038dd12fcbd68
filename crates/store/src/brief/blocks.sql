SELECT x.id, x.uid, x.body, r.uid AS risk
FROM brief_block x
JOIN brief b ON b.id = x.brief_id
LEFT JOIN risk r ON r.id = x.risk_id
WHERE b.uid = ?
ORDER BY x.position

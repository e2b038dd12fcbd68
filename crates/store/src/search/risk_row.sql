SELECT r.uid, r.number, r.title, r.statement,
       (SELECT s.rating FROM assessment s WHERE s.risk_id = r.id ORDER BY s.number DESC LIMIT 1) AS rating
FROM risk r
WHERE r.id = ?

n.id IN (
  SELECT e.annotation_id
  FROM evidence e
  JOIN risk r ON r.id = e.risk_id
  WHERE r.number = ? AND e.trashed_at IS NULL)

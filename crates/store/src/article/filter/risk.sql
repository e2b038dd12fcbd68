a.id IN (
  SELECT n.article_id
  FROM evidence e
  JOIN risk r ON r.id = e.risk_id
  JOIN annotation n ON n.id = e.annotation_id
  WHERE r.number = ? AND e.trashed_at IS NULL AND n.trashed_at IS NULL)

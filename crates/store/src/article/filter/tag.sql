a.id IN (
  WITH wanted AS (SELECT id FROM tag WHERE key = ? OR (key >= ? AND key < ?))
  SELECT x.article_id FROM article_tag x WHERE x.tag_id IN wanted
  UNION
  SELECT n.article_id FROM annotation_tag y JOIN annotation n ON n.id = y.annotation_id
  WHERE y.tag_id IN wanted AND n.trashed_at IS NULL)

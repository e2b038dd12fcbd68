n.id IN (
  WITH wanted AS (SELECT id FROM tag WHERE key = ? OR (key >= ? AND key < ?))
  SELECT y.annotation_id FROM annotation_tag y WHERE y.tag_id IN wanted
  UNION
  SELECT m.id FROM article_tag x JOIN annotation m ON m.article_id = x.article_id WHERE x.tag_id IN wanted)

INSERT INTO reading_place (article_id, block, at)
SELECT id, ?2, ?3 FROM article WHERE uid = ?1
ON CONFLICT (article_id) DO UPDATE SET block = excluded.block, at = excluded.at

INSERT INTO citation (uid, brief_block_id, annotation_id, version_id, position, quote, locator)
VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(position) + 1, 0) FROM citation WHERE brief_block_id = ?2), ?5, ?6)

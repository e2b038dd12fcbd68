INSERT INTO citation (uid, brief_block_id, annotation_id, version_id, position, quote, locator)
VALUES (?, ?, ?, ?, ?, ?, ?)

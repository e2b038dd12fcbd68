SELECT c.uid, n.uid AS annotation, v.uid AS version, c.quote, c.locator
FROM citation c
JOIN annotation n ON n.id = c.annotation_id
JOIN article_version v ON v.id = c.version_id
WHERE c.brief_block_id = ?
ORDER BY c.position

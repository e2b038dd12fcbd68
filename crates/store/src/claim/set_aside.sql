SELECT c.number
FROM claim_set_aside c JOIN article_version v ON v.id = c.version_id
WHERE v.uid = ?
ORDER BY c.number

SELECT n.uid, k.state, k.start, k.end, k.exact
FROM anchor k
JOIN annotation n ON n.id = k.annotation_id
JOIN article_version v ON v.id = k.version_id
WHERE v.text_sha256 = ?

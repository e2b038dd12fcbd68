SELECT v.uid, k.prefix, k.exact, k.suffix, k.start, k.end
FROM anchor k
JOIN annotation n ON n.id = k.annotation_id
JOIN article_version v ON v.id = k.version_id
WHERE n.uid = ? AND k.start IS NOT NULL
ORDER BY v.number DESC

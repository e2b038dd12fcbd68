SELECT n.uid, k.prefix, k.exact, k.suffix, k.start, k.end
FROM anchor k
JOIN annotation n ON n.id = k.annotation_id
WHERE k.version_id = ?
ORDER BY k.id

SELECT b.uid, printf('CN-%s-%03d', substr(b.made_at, 1, 4), b.number) AS serial, b.title, count(*) AS times
FROM annotation n
JOIN citation c ON c.annotation_id = n.id
JOIN brief_block k ON k.id = c.brief_block_id
JOIN brief b ON b.id = k.brief_id
WHERE n.uid = ? AND b.trashed_at IS NULL
GROUP BY b.id
ORDER BY b.id DESC

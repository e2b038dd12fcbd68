SELECT c.uid, c.rule, c.sentence, c.reason, c.at
FROM check_accepted c
JOIN brief b ON b.id = c.brief_id
WHERE b.uid = ?
ORDER BY c.id

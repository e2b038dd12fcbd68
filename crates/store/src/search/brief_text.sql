SELECT x.text, highlight(brief_search, 0, char(64976), char(64977)) AS marked
FROM brief_search
JOIN brief_block x ON x.id = brief_search.rowid
WHERE brief_search MATCH ? AND x.brief_id = ?
ORDER BY x.position
LIMIT 1

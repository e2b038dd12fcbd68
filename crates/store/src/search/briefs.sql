SELECT 'brief' AS noun, b.uid, b.title, snippet(brief_search, -1, '«', '»', '…', 24) AS passage
FROM brief_search
JOIN brief_block x ON x.id = brief_search.rowid
JOIN brief b ON b.id = x.brief_id
WHERE brief_search MATCH ? AND b.trashed_at IS NULL
ORDER BY rank
LIMIT ?

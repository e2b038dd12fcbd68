SELECT 'brief' AS noun, b.uid, b.title, snippet(brief_title_search, -1, '«', '»', '…', 24) AS passage
FROM brief_title_search
JOIN brief b ON b.id = brief_title_search.rowid
WHERE brief_title_search MATCH ? AND b.trashed_at IS NULL
ORDER BY rank
LIMIT ?

SELECT 'risk' AS noun, r.uid, r.title, snippet(risk_search, -1, '«', '»', '…', 24) AS passage
FROM risk_search
JOIN risk r ON r.id = risk_search.rowid
WHERE risk_search MATCH ? AND r.trashed_at IS NULL
ORDER BY rank
LIMIT ?

SELECT id, path
FROM tag
WHERE key = ? OR (key >= ? AND key < ?)
ORDER BY key

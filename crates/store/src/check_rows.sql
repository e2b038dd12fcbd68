-- Filled in with the table and the JSON of its row as the triggers write it.
SELECT coalesce(row.uid, c.uid)
FROM (SELECT uid, after FROM change WHERE id IN (SELECT max(id) FROM change WHERE noun = '{table}' GROUP BY uid)) c
FULL JOIN "{table}" row ON row.uid = c.uid
WHERE c.after IS NOT CASE WHEN row.uid IS NULL THEN NULL ELSE {row} END

-- Tables with a uid, their columns in order, and what each column refers to.
SELECT t.name, c.name, f."table"
FROM sqlite_schema t
JOIN pragma_table_info(t.name) c
LEFT JOIN pragma_foreign_key_list(t.name) f ON f."from" = c.name
WHERE t.type = 'table'
  AND t.name <> 'op' AND t.name <> 'change'
  AND c.name <> 'id'
  AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) u WHERE u.name = 'uid')
ORDER BY t.rowid, c.cid

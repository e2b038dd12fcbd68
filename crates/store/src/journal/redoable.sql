-- The operation taken back last, which is the earliest of those that stand undone since something was last done. Looked for
-- among the steps since then and not among all operations: the window asks after every change.
SELECT o.id, o.label
FROM op s
JOIN op o ON o.id = s.target
WHERE s.id > coalesce((SELECT d.id FROM op d WHERE d.kind = 'do' ORDER BY d.id DESC LIMIT 1), 0)
  AND s.kind = 'undo'
  AND o.kind = 'do'
  AND s.id = (SELECT max(l.id) FROM op l WHERE l.target = o.id)
ORDER BY o.id
LIMIT 1

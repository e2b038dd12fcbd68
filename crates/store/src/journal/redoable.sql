-- The operation taken back last, which is the earliest of those that stand undone since something was last done.
SELECT o.id, o.label
FROM op o
WHERE o.kind = 'do'
  AND (SELECT s.kind FROM op s WHERE s.target = o.id ORDER BY s.id DESC LIMIT 1) = 'undo'
  AND (SELECT max(s.id) FROM op s WHERE s.target = o.id)
      > (SELECT coalesce(max(d.id), 0) FROM op d WHERE d.kind = 'do')
ORDER BY o.id
LIMIT 1

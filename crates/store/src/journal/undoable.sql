-- The last operation that stands: done, and not taken back since it was last done again.
SELECT o.id, o.label
FROM op o
WHERE o.kind = 'do'
  AND coalesce((SELECT s.kind FROM op s WHERE s.target = o.id ORDER BY s.id DESC LIMIT 1), 'redo') = 'redo'
ORDER BY o.id DESC
LIMIT 1

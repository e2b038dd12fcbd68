-- Passages by the risk they bear on, in the order of the register; those that bear on none come last. Keyset: the risk's number
-- (nothing sorts last) and the passage's rowid.
SELECT n.uid, n.kind, n.quote, n.made_at, v.uid AS version, v.authors, v.headline, s.name AS outlet, a.uid AS article,
       r.uid AS risk, r.number, r.title, e.stance
FROM annotation n
JOIN article a ON a.id = n.article_id
JOIN article_version v ON v.id = (SELECT x.version_id FROM anchor x JOIN article_version w ON w.id = x.version_id
                                  WHERE x.annotation_id = n.id ORDER BY w.number DESC LIMIT 1)
LEFT JOIN source s ON s.id = a.source_id
LEFT JOIN (evidence e JOIN risk r ON r.id = e.risk_id AND r.trashed_at IS NULL)
       ON e.annotation_id = n.id AND e.trashed_at IS NULL
WHERE n.trashed_at IS NULL AND a.trashed_at IS NULL
  AND (?1 IS NULL OR n.kind = ?1)
  AND (?2 IS NULL OR n.made_at > ?2)
  AND (?3 IS NULL OR n.id IN (SELECT rowid FROM annotation_search WHERE annotation_search MATCH ?3))
  AND (coalesce(r.number, 4294967296), n.id) > (?4, (SELECT coalesce(max(id), 0) FROM annotation WHERE uid = ?5))
ORDER BY coalesce(r.number, 4294967296), n.id
LIMIT ?6

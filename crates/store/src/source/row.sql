SELECT s.uid, s.name, s.kind, coalesce(g.reliability, 'F') AS reliability, g.reason, g.at AS graded_at,
       (SELECT count(*) FROM article a WHERE a.source_id = s.id AND a.trashed_at IS NULL) AS articles
FROM source s
LEFT JOIN source_grade g ON g.id = (SELECT max(id) FROM source_grade WHERE source_id = s.id)

SELECT a.uid, v.headline, v.deck, v.section, v.published, v.authors, s.name AS source, a.state,
       a.read_at IS NOT NULL AS read, a.starred, a.added_at, a.trashed_at IS NOT NULL AS trashed,
       (SELECT count(*) FROM annotation n WHERE n.article_id = a.id AND n.trashed_at IS NULL) AS annotations
FROM article a
JOIN article_version v ON v.article_id = a.id
 AND v.number = (SELECT max(number) FROM article_version WHERE article_id = a.id)
LEFT JOIN source s ON s.id = a.source_id

SELECT a.uid, v.headline, v.deck, v.section, v.published, v.authors, s.name AS source, a.state,
       a.read_at IS NOT NULL AS read, a.starred, a.added_at, a.trashed_at IS NOT NULL AS trashed,
       (SELECT count(*) FROM annotation n WHERE n.article_id = a.id AND n.trashed_at IS NULL) AS annotations,
       (SELECT json_group_array(t.path ORDER BY t.key) FROM article_tag x JOIN tag t ON t.id = x.tag_id
        WHERE x.article_id = a.id) AS tags,
       EXISTS (SELECT 1 FROM reading_place p WHERE p.article_id = a.id) AS begun,
       substr(c.body, 1, v.indexed_chars) AS body

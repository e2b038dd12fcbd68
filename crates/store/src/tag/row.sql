SELECT t.uid, t.path,
       (SELECT count(*) FROM article_tag x JOIN article a ON a.id = x.article_id AND a.trashed_at IS NULL
        WHERE x.tag_id = t.id) AS articles,
       (SELECT count(*) FROM annotation_tag x
        JOIN annotation n ON n.id = x.annotation_id AND n.trashed_at IS NULL
        JOIN article a ON a.id = n.article_id AND a.trashed_at IS NULL
        WHERE x.tag_id = t.id) AS annotations,
       max(coalesce((SELECT max(uid) FROM article_tag WHERE tag_id = t.id), ''),
           coalesce((SELECT max(uid) FROM annotation_tag WHERE tag_id = t.id), '')) AS last
FROM tag t
ORDER BY t.key

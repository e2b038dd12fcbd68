SELECT r.uid, r.number, r.title, r.statement, r.statement_is_claim, v.uid AS origin_version,
       a.uid AS origin_article, r.origin_number, r.sectors, r.made_at,
       r.trashed_at IS NOT NULL AS trashed
FROM risk r
LEFT JOIN article_version v ON v.id = r.origin_version_id
LEFT JOIN article a ON a.id = v.article_id

SELECT a.uid, count(*) AS shared
FROM json_each(?) j
JOIN likeness_run r ON r.run = j.value
 AND r.version_id >= coalesce((SELECT x.version_id FROM likeness_run x WHERE x.run = j.value
                               ORDER BY x.version_id DESC LIMIT 1 OFFSET 63), 0)
JOIN article_version v ON v.id = r.version_id
JOIN article a ON a.id = v.article_id
GROUP BY a.id
ORDER BY shared DESC, a.id
LIMIT ?

SELECT a.uid, count(*) AS shared
FROM json_each(?) j
JOIN likeness_run r ON r.run = j.value
 AND r.version_id >= coalesce((SELECT x.version_id
                               FROM likeness_run x JOIN article_version y ON y.id = x.version_id
                               WHERE x.run = j.value
                                 AND NOT EXISTS (SELECT 1 FROM article_version w
                                                 WHERE w.article_id = y.article_id AND w.number > y.number)
                               ORDER BY x.version_id DESC LIMIT 1 OFFSET 63), 0)
JOIN article_version v ON v.id = r.version_id
 AND NOT EXISTS (SELECT 1 FROM article_version w WHERE w.article_id = v.article_id AND w.number > v.number)
JOIN article a ON a.id = v.article_id
GROUP BY a.id
ORDER BY shared DESC, a.id
LIMIT ?

INSERT INTO origin_said (uid, article_id, same_as, at)
VALUES (?, ?, ?, ?)
ON CONFLICT (article_id) DO UPDATE SET same_as = excluded.same_as, at = excluded.at

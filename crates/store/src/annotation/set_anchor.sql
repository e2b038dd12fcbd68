INSERT INTO anchor (uid, annotation_id, version_id, prefix, exact, suffix, start, end, state, score)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'exact', 1000)
ON CONFLICT (annotation_id, version_id) DO UPDATE
SET prefix = excluded.prefix, exact = excluded.exact, suffix = excluded.suffix, start = excluded.start, end = excluded.end,
    state = excluded.state, score = excluded.score

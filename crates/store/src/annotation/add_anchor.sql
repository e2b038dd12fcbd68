INSERT INTO anchor (uid, annotation_id, version_id, prefix, exact, suffix, start, end, state, score)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

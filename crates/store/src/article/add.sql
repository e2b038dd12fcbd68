INSERT INTO article (uid, source_id, state, added_at)
VALUES (?, ?, 'inbox', ?)

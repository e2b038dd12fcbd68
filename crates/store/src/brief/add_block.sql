INSERT INTO brief_block (uid, brief_id, position, kind, body, text, risk_id)
VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM brief_block WHERE brief_id = ?2), ?3, ?4, ?5, ?6)

INSERT INTO risk (uid, number, title, statement, origin_version_id, origin_number, statement_is_claim, sectors, made_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)

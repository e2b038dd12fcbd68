INSERT INTO risk (uid, number, title, statement, origin_version_id, origin_number, sectors, made_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)

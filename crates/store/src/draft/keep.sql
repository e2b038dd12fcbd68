INSERT INTO import_draft (sha256, text, corrections, at)
VALUES (?, ?, ?, ?)
ON CONFLICT (sha256) DO UPDATE SET corrections = excluded.corrections, at = excluded.at

INSERT INTO annotation (uid, article_id, kind, quote, note, speaker, credibility, made_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)

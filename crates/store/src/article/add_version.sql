INSERT INTO article_version (uid, article_id, number, captured_at, file_name, snapshot_sha256, text_sha256, record_sha256,
                             indexed_chars, parser, headline, deck, section, authors, published, language)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

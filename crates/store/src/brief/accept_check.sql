INSERT INTO check_accepted (uid, brief_id, rule, sentence, reason, at) VALUES (?, ?, ?, ?, ?, ?)

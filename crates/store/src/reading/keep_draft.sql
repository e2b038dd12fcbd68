INSERT INTO note_draft (annotation_id, text, at)
SELECT id, ?2, ?3 FROM annotation WHERE uid = ?1
ON CONFLICT (annotation_id) DO UPDATE SET text = excluded.text, at = excluded.at

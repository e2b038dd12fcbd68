UPDATE brief SET changed_at = ?1
WHERE id = (SELECT brief_id FROM brief_block WHERE id = ?2)

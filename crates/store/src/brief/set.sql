UPDATE brief
SET title = ?2, subtitle = ?3, marking = ?4, cutoff = ?5, desk = ?6, org = ?7, authors = ?8, changed_at = ?9
WHERE id = ?1

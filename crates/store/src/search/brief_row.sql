SELECT b.uid, printf('CN-%s-%03d', substr(b.made_at, 1, 4), b.number) AS serial, b.title, b.changed_at
FROM brief b
WHERE b.id = ?

SELECT b.uid, printf('CN-%s-%03d', substr(b.made_at, 1, 4), b.number) AS serial, b.template, b.title, b.subtitle, b.marking,
       b.cutoff, b.desk, b.org, b.authors, b.made_at, b.changed_at, b.trashed_at IS NOT NULL AS trashed,
       (SELECT count(*) FROM brief_block x WHERE x.brief_id = b.id) AS blocks
FROM brief b

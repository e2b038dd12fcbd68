INSERT INTO brief (uid, number, template, title, subtitle, marking, cutoff, desk, org, authors, made_at, changed_at)
VALUES (?1, (SELECT coalesce(max(number), 0) + 1 FROM brief WHERE substr(made_at, 1, 4) = substr(?10, 1, 4)),
        ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)

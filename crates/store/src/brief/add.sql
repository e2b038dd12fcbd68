-- The number is one more than any brief of the year ever had: a serial that was sent never means another brief.
INSERT INTO brief (uid, number, template, title, subtitle, marking, cutoff, desk, org, authors, made_at, changed_at)
VALUES (?1, (SELECT coalesce(max(number), 0) + 1
             FROM (SELECT number, made_at FROM brief
                   UNION ALL
                   SELECT json_extract(after, '$.number'), json_extract(after, '$.made_at') FROM change WHERE noun = 'brief')
             WHERE substr(made_at, 1, 4) = substr(?10, 1, 4)),
        ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)
